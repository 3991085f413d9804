unset NODE_OPTIONS
export DB_CLIENT=pg DB_CONNECTION_STRING=/directus KEY=k SECRET=ssssssssssssssssssssssssssssssss ADMIN_EMAIL=admin@example.com ADMIN_PASSWORD=pw12345678 ADMIN_TOKEN=admintoken PORT=18055 HOST=127.0.0.1 TELEMETRY=false LOG_LEVEL=warn EXTENSIONS_PATH=/tmp/city-dt/ext STORAGE_LOCAL_ROOT=/tmp/city-dt/up
