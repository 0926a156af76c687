# Flowline's commands. `make` alone lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

BIN      := bin/flowline
# Graphviz's machine code, compiled beforehand for this machine, so that no start has to wait for that.
CODE     := engine/diagram/cachehome/shipped/graphviz.gz
LINTER   := bin/golangci-lint
LINTER_V := v2.15.0
BENCHSTAT   := bin/benchstat
BENCHSTAT_V := v0.0.0-20260908200009-22c9c6c9d4da
DATA     ?= data
LISTEN   ?= 127.0.0.1:8080
# SQLite is C translated to Go. Watched for races it is ten times slower and tells nothing of ours: what uses it is watched.
TRANSLATED := -gcflags='modernc.org/sqlite/lib=-race=false' -gcflags='modernc.org/libc/...=-race=false'
GO_FILES := $(shell git ls-files '*.go' go.mod go.sum 'assets/**' 2>/dev/null)
WEB_SRC  := $(shell git ls-files designer package.json package-lock.json vite.config.ts 2>/dev/null)

.PHONY: help
help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-10s %s\n", $$1, $$2}'

.PHONY: run
run: build ## build everything and serve the sample company on http://127.0.0.1:8080
	@mkdir -p $(DATA)
	$(BIN) seed --database sqlite:$(DATA)/flowline.db
	$(BIN) serve --database sqlite:$(DATA)/flowline.db --listen $(LISTEN)

.PHONY: dev
dev: $(BIN) node_modules/.installed ## serve with the web app rebuilt as you type, on http://127.0.0.1:5173
	@mkdir -p $(DATA)
	$(BIN) seed --database sqlite:$(DATA)/flowline.db
	@trap 'kill 0' EXIT; $(BIN) serve --database sqlite:$(DATA)/flowline.db --listen $(LISTEN) --origin http://127.0.0.1:5173 & npm run dev

.PHONY: build
build: assets/web/index.html $(BIN) ## build the web app and the program, into bin/flowline

$(BIN): $(GO_FILES) $(CODE) $(wildcard assets/web/index.html)
	CGO_ENABLED=0 go build -trimpath -o $@ ./server

# Built for the machine that builds, whatever GOOS says: the code tells where it fits.
$(CODE): go.mod go.sum engine/diagram/cachehome/pack/main.go
	@rm -f $@
	CGO_ENABLED=0 GOOS=$$(go env GOHOSTOS) GOARCH=$$(go env GOHOSTARCH) go build -trimpath -o bin/pack ./engine/diagram/cachehome/pack
	home=$$(mktemp -d); trap 'rm -rf "$$home"' EXIT; HOME=$$home XDG_CACHE_HOME=$$home bin/pack $@

assets/web/index.html: node_modules/.installed $(WEB_SRC)
	npm run build

node_modules/.installed: package.json package-lock.json
	npm ci
	@touch $@

.PHONY: test
test: tools ## run every test: Go on SQLite and MariaDB with -race, web types and units, linters, browser
	$(MAKE) lint
	npm run typecheck
	npm test
	$(MAKE) build
	go test -race $(TRANSLATED) -timeout 20m ./...
	go test ./engine/machine -run '^TestRandomWalk$$' -v -walk 100000
	npm run e2e

.PHONY: verify
verify: generate ## fail when a generated file is not the one committed, then test
	git diff --exit-code -- assets/schema designer/src
	$(MAKE) test

.PHONY: lint
lint: $(LINTER) node_modules/.installed ## check format, imports, style and the walls between rooms
	@test -z "$$(gofmt -l engine server assets)" || { gofmt -l engine server assets; echo 'run make fmt'; exit 1; }
	$(LINTER) run ./...
	npm run lint

$(LINTER):
	GOBIN=$(CURDIR)/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINTER_V)

.PHONY: fmt
fmt: node_modules/.installed ## format Go and TypeScript
	gofmt -w engine server assets
	npm run fmt

.PHONY: generate
generate: node_modules/.installed ## make the OpenAPI document and the TypeScript types again
	go run ./server openapi > assets/schema/openapi.json.new && mv assets/schema/openapi.json.new assets/schema/openapi.json
	npm run generate

.PHONY: bench
bench: tools build $(BENCHSTAT) ## measure speed and memory, each beside its floor in the same run; prints medians
	go test -run '^$$' -bench . -benchtime 2000x -count 5 -timeout 60m ./engine | tee bin/bench.txt
	go test -run '^$$' -bench . -benchmem -count 5 -timeout 60m ./engine/rule ./engine/check ./engine/prove ./engine/machine ./engine/diagram ./engine/store | tee -a bin/bench.txt
	$(BENCHSTAT) bin/bench.txt
	npm run check:size
	npm run bench:canvas
	./server/bench.sh $(BIN)

$(BENCHSTAT):
	GOBIN=$(CURDIR)/bin go install golang.org/x/perf/cmd/benchstat@$(BENCHSTAT_V)

# What the tests need beyond Go and Node: a browser, a database, and a C compiler for the race detector.
.PHONY: tools
tools: node_modules/.installed
	@need=""; \
	command -v chromium >/dev/null || need="$$need chromium"; \
	command -v mariadbd >/dev/null || test -x /usr/sbin/mariadbd || need="$$need mariadb-server"; \
	command -v gcc >/dev/null || need="$$need gcc libc6-dev"; \
	if [ -n "$$need" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$need; \
	fi

.PHONY: clean
clean: ## remove what was built; data stays
	rm -rf bin node_modules $(CODE) assets/web/assets assets/web/.vite assets/web/*.html assets/web/*.svg
