package record

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/shopspring/decimal"
)

// Hash is a fingerprint of values: SHA-256 over their canonical JSON, hexadecimal. Values that are Equal have the same one.
func Hash(v Values) string {
	doc, err := json.Marshal(canonical(v))
	if err != nil {
		panic("record: canonical values have JSON: " + err.Error())
	}
	sum := sha256.Sum256(doc)
	return hex.EncodeToString(sum[:])
}

// canonical is values without the empty ones, each in the one form that equal ones share.
func canonical(v Values) map[string]any {
	out := make(map[string]any, len(v))
	for key, value := range v {
		if Empty(value) {
			continue
		}
		switch x := value.(type) {
		case decimal.Decimal:
			value = x.String() // without zeros at the end
		case time.Time:
			value = x.UTC().Format(time.RFC3339Nano)
		case Values:
			value = canonical(x)
		case []Values:
			rows := make([]map[string]any, len(x))
			for i, row := range x {
				rows[i] = canonical(row)
			}
			value = rows
		}
		out[key] = value
	}
	return out
}
