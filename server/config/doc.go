// Package config is how the program is told what to do: by flags, by the environment, by a file.
//
// A flag counts more than the environment, the environment (FLOWLINE_ and the flag's name in capitals) more than the
// file. The file is JSON with the flags' names as keys; it is named by --config or FLOWLINE_CONFIG, or found as
// flowline.json in the working folder or in /etc/flowline. A key that no flag has is an error that names it.
//
// Everything is checked before anything is opened, and each complaint says what to change.
package config
