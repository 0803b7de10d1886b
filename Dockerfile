# One image for every process: docker-compose.yml says which one a container is.

FROM python:3.13-slim AS packages
COPY requirements.lock /tmp/
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r /tmp/requirements.lock \
 && /opt/venv/bin/pip check

FROM python:3.13-slim
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    NEWSROOM_DATA_DIR=/data \
    STATIC_COLLECTED=true \
    STATIC_ROOT=/app/static
RUN useradd --system --uid 10001 --home-dir /nonexistent newsroom \
 && install --directory --owner newsroom /data
COPY --from=packages /opt/venv /opt/venv
WORKDIR /app
COPY manage.py LICENSE ./
COPY newsroom newsroom
COPY articles articles
# Files are compressed and named by their content here; no service is asked for anything.
RUN SECRET_KEY=unused DATABASE_URL=postgresql:///unused REDIS_URL=redis://unused \
    python manage.py collectstatic --no-input
USER newsroom
VOLUME /data
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--backpressure", "16", "--no-ws", "newsroom.wsgi:application"]
