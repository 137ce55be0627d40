# syntax=docker/dockerfile:1
# A room of the workbook as a container; serving/README.md tells how it is run.
ARG PYTHON=3.11-slim-bookworm

FROM python:${PYTHON} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_NO_INPUT=1 \
    PIP_ROOT_USER_ACTION=ignore
RUN ["python", "-m", "venv", "/opt/venv"]
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /srv/shabakati

# Each file is held to the hash in the lock. From those files alone, and without the ones that only
# tests need, what the page needs is installed.
COPY requirements.lock ./
RUN ["pip", "download", "--require-hashes", "--only-binary=:all:", "--dest", "/wheels", "--requirement", "requirements.lock"]
# hadolint ignore=DL3013
RUN ["pip", "install", "--no-index", "--find-links", "/wheels", "hatchling", "editables"]
COPY pyproject.toml README.md ./
COPY widgets widgets
COPY serving serving
COPY notebooks/workbook.ipynb notebooks/
COPY data/demo data/demo
RUN ["pip", "install", "--no-index", "--find-links", "/wheels", "--no-build-isolation", "--editable", "."]

# Vega's bundle, then compiled code that holds whatever date a file has: at run time, nothing of it
# can be written.
RUN ["python", "-m", "shabakati.look.assets"]
RUN ["python", "-m", "compileall", "-q", "-f", "-j", "0", "--invalidation-mode", "unchecked-hash", "/opt/venv/lib", "widgets", "serving"]

FROM python:${PYTHON}
RUN ["useradd", "--system", "--uid", "10001", "--no-create-home", "--home-dir", "/tmp", "--shell", "/usr/sbin/nologin", "shabakati"]
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/shabakati /srv/shabakati
ENV PATH=/opt/venv/bin:$PATH \
    HOME=/tmp \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
WORKDIR /srv/shabakati
USER 10001:10001
EXPOSE 8868
STOPSIGNAL SIGINT
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
    CMD ["python", "-m", "shabakati_serving.room.health", "8868"]
ENTRYPOINT ["shabakati-room", "--open", "--port", "8868"]
