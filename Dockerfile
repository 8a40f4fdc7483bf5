# syntax=docker/dockerfile:1
# An image with reportlint, for CI services that run images: docs/ci.md. Build it with `docker build -t reportlint .`
ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS build
WORKDIR /source
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY src src
COPY rules rules
# INDEX_URL: a mirror of PyPI.
ARG INDEX_URL=https://pypi.org/simple
ENV PIP_INDEX_URL=${INDEX_URL} PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore PIP_NO_CACHE_DIR=1
# The wheels of reportlint and its dependencies: the second stage uses no index and contains no source.
RUN pip wheel --quiet --wheel-dir /wheels .

FROM python:${PYTHON}-slim
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="reportlint" \
      org.opencontainers.image.description="A linter for reports kept in Git" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="https://github.com/reportlint/reportlint" \
      org.opencontainers.image.documentation="https://github.com/reportlint/reportlint/blob/main/docs/ci.md"
# Git, for --staged, --since and --rev. Its version is that of the Debian release, which the base image fixes.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    # a mounted repository belongs to another user, which Git would refuse
    && git config --system --add safe.directory '*' \
    && useradd --create-home --uid 1000 reportlint
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --quiet --no-cache-dir --no-index --no-compile /wheels/*.whl
# as a number: from a name, Kubernetes cannot determine that it is not root
USER 1000
WORKDIR /work
ENTRYPOINT ["reportlint"]
