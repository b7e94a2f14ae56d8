#!/usr/bin/env bash
# Succeeds where the service on this machine is ready. The base image has neither curl nor wget.
set -euo pipefail

port="${1:-${ASPNETCORE_HTTP_PORTS:-8080}}"
exec 3<>"/dev/tcp/127.0.0.1/${port%%;*}"
printf 'GET /api/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r status <&3
[[ "$status" == "HTTP/1."?" 200 "* ]]
