#!/bin/sh
# Makes .venv with everything of requirements.lock in it. Run by `make`, from the project's folder.
set -eu

say() { printf '\n%s\n%s\n\n' "$1" "$2" >&2; }

good=""
old=""
for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
	if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
		if "$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then
			good=$name
			break
		fi
		old=$name
	fi
done

if [ -z "$good" ] && [ -n "$old" ]; then
	say "ينقص Python جزء venv. ثبّته ثم أعد المحاولة:" \
		"Python lacks its part venv. Install it, then try again:"
	version=$("$old" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
	echo "    sudo apt install python$version-venv" >&2
	exit 1
fi
if [ -z "$good" ]; then
	say "لم نجد Python 3.11 أو أحدث. ثبّته ثم أعد المحاولة:" \
		"Python 3.11 or newer was not found. Install it, then try again:"
	case $(uname) in
		Darwin) echo "    brew install python@3.13    /    https://www.python.org/downloads" >&2 ;;
		*) echo "    sudo apt install python3 python3-venv    /    https://www.python.org/downloads" >&2 ;;
	esac
	exit 1
fi

say "نجهّز البرنامج، وهذا يحدث مرة واحدة ويستغرق دقائق." \
	"Setting up. This happens once and takes a few minutes."
python=.venv/bin/python
# What is there and works is brought up to date; it may be in use.
if ! $python -c 'import pip' >/dev/null 2>&1; then
	rm -rf .venv
	"$good" -m venv .venv
fi
pip="$python -m pip --disable-pip-version-check --no-input"
$pip install --quiet --progress-bar on --require-hashes -r requirements.lock
$pip install --quiet --no-deps --no-build-isolation -e .
# What pip compiled is left as it is; without compiled code everything starts two to three times
# as slowly, and some machines forbid Python to write it by itself.
$python -m compileall -q -j 0 .venv/lib widgets serving >/dev/null || true
