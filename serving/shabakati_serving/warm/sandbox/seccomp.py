"""A filter of system calls: what Landlock does not cover, and no kernel of ours needs.

Landlock says nothing of UDP, of connecting to a socket in the file system, of memory and queues
that processes of one user share. The filter answers these with "not permitted"; all else passes.
It is for x86-64 and ARM64, whose numbers are known here; elsewhere there is none.

Source: https://docs.kernel.org/userspace-api/seccomp_filter.html; numbers from asm/unistd.h.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import socket
import sys

# (x86-64, ARM64)
_FORBIDDEN = {
    # another's socket, memory, descriptors
    "connect": (42, 203),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    # memory, queues and keys that processes of one user share
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "msgget": (68, 186),
    "msgsnd": (69, 189),
    "msgrcv": (70, 188),
    "msgctl": (71, 187),
    "semget": (64, 190),
    "semop": (65, 193),
    "semctl": (66, 191),
    "semtimedop": (220, 192),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    # ways into the system's kernel, and round Landlock and this filter
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "open_by_handle_at": (304, 265),
    "fanotify_init": (300, 262),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "mount_setattr": (442, 442),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
}
_SOCKET, _PRLIMIT, _CLONE, _CLONE3 = (41, 198), (302, 261), (56, 220), (435, 435)
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column, linux/audit.h
_X32 = 0x40000000  # another way to call on x86-64
_NEW_NAMESPACES = 0x7E020000  # linux/sched.h: CLONE_NEW*

# linux/bpf_common.h
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_NUMBER, _ARCH, _FIRST, _SECOND = 0, 4, 16, 24  # offsets in struct seccomp_data
_ALLOW, _ERROR = 0x7FFF0000, 0x00050000
_DENY = _ERROR | errno.EPERM
_ABSENT = _ERROR | errno.ENOSYS  # the library then takes the older call, which can be looked into

_PR_SET_SECCOMP, _FILTER = 22, 2

Step = tuple[int, int, int, int]  # code, jump if true, jump if false, value


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("jt", ctypes.c_uint8),
        ("jf", ctypes.c_uint8),
        ("k", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step)))


def known() -> bool:
    """Whether there is a filter for this machine."""
    return sys.platform == "linux" and platform.machine() in _MACHINES and sys.maxsize > 2**32


def program(machine: str) -> list[Step]:
    """The filter for a machine, step by step."""
    column, arch = _MACHINES[machine]
    steps: list[Step] = [
        (_LOAD, 0, 0, _ARCH),
        (_EQUAL, 1, 0, arch),
        (_RETURN, 0, 0, _DENY),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, _DENY),
    ]
    for numbers in _FORBIDDEN.values():
        steps += [(_EQUAL, 0, 1, numbers[column]), (_RETURN, 0, 0, _DENY)]
    steps += [(_EQUAL, 0, 1, _CLONE3[column]), (_RETURN, 0, 0, _ABSENT)]
    # A socket is a stream within this machine; its kind holds flags above the lowest four bits.
    steps += [
        (_EQUAL, 0, 7, _SOCKET[column]),
        (_LOAD, 0, 0, _FIRST),
        (_EQUAL, 0, 4, socket.AF_UNIX),
        (_LOAD, 0, 0, _SECOND),
        (_AND, 0, 0, 0xF),
        (_EQUAL, 0, 1, socket.SOCK_STREAM),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _DENY),
    ]
    # One's own limits may be read and lowered, another's not.
    steps += [
        (_EQUAL, 0, 4, _PRLIMIT[column]),
        (_LOAD, 0, 0, _FIRST),
        (_EQUAL, 0, 1, 0),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _DENY),
    ]
    steps += [
        (_EQUAL, 0, 3, _CLONE[column]),
        (_LOAD, 0, 0, _FIRST),
        (_ANY_BIT, 0, 1, _NEW_NAMESPACES),
        (_RETURN, 0, 0, _DENY),
    ]
    return [*steps, (_RETURN, 0, 0, _ALLOW)]


def restrict() -> bool:
    """Set the filter for this thread and what it starts; False where there is none or it may not.

    `limits.no_new_rights` must have been called.
    """
    if not known():
        return False
    steps = program(platform.machine())
    filled = (_Step * len(steps))(*(_Step(*step) for step in steps))
    libc = ctypes.CDLL(None, use_errno=True)
    given = _Program(len(steps), filled)
    return not libc.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.byref(given), 0, 0)
