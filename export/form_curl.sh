#!/bin/sh
# @note:about@
#
#   LOGTO_ENDPOINT     @note:endpoint@
#   LOGTO_AUTH         @note:auth@
#   LOGTO_RESOURCE     @note:resource@
#   TWILIO_AUTH_TOKEN  @note:token@
set -eu

# Says a sentence, a format of printf.
say() {
	format=$1
	shift
	# shellcheck disable=SC2059 # the formats are the script's own
	printf "$format\n" "$@" >&2
}

fail() {
	say "$@"
	exit 1
}

for tool in curl jq; do
	command -v "$tool" >/dev/null 2>&1 || fail @say:needs@ "$tool"
done
for name in LOGTO_ENDPOINT LOGTO_AUTH TWILIO_AUTH_TOKEN; do
	eval "value=\${$name-}"
	[ -n "$value" ] || fail @say:unset@ "$name"
done
case $LOGTO_AUTH in
?*:?*) ;;
*) fail @say:no-auth@ ;;
esac

# Secrets travel over https, or within this machine.
trim() {
	while [ "$endpoint" != "${endpoint%/}" ]; do endpoint=${endpoint%/}; done
}
endpoint=$LOGTO_ENDPOINT
trim
case $endpoint in # what the pages of Logto show behind its address
*://*/api) endpoint=${endpoint%/api} ;;
*://*/oidc) endpoint=${endpoint%/oidc} ;;
esac
trim
case $endpoint in
*@*) fail @say:no-endpoint@ ;;
https://?*) ;;
http://localhost | http://localhost[:/]* | http://127.0.0.1 | http://127.0.0.1[:/]*) ;;
'http://[::1]' | 'http://[::1]'[:/]*) ;;
*) fail @say:no-endpoint@ ;;
esac
resource=${LOGTO_RESOURCE-}
if [ -z "$resource" ]; then
	case $endpoint in
	https://*.logto.app) resource=$endpoint/api ;;
	*) resource=https://default.logto.app/api ;;
	esac
fi

newline='
'

# Writes the setting $1 of curl; its value is the standard input, without line ends.
setting() {
	printf '%s = "' "$1"
	LC_ALL=C sed 's/[\\"]/\\&/g' | tr -d '\r\n'
	printf '"\n'
}

# Sends $1 (the method) to $2 (the path), and keeps $status and $body. More settings
# of curl, all that is secret among them, are the standard input.
request() {
	answer=$(curl --silent --show-error --connect-timeout 10 --max-time 60 \
		--request "$1" --write-out '\n%{http_code}' --config - "$endpoint$2") ||
		fail @say:unreachable@ "$endpoint"
	status=${answer##*"$newline"}
	body=${answer%"$newline"*}
}

# Reads $body with the filter $1 of jq.
answered() {
	jq -r "$1" 2>/dev/null <<END
$body
END
}

# Reads $body with the filter $1 of jq, which makes a text of it, and prints that as it
# may be shown: without control characters and what else cannot be seen, and every secret
# masked, however it is written. jq has the secrets from its environment.
shown() {
	LOGTO_ACCESS_TOKEN=$token jq -r "$1"' | def visible: explode | map(select(
			. >= 32 and (. < 127 or . > 159) and . != 173 and (. < 8203 or . > 8207) and
			(. < 8232 or . > 8238) and (. < 8288 or . > 8303) and . != 65279)) | implode;
		visible as $text | [env.TWILIO_AUTH_TOKEN, env.LOGTO_ACCESS_TOKEN, env.LOGTO_AUTH, (env.LOGTO_AUTH | split(":")[1:] | join(":"))]
		| map(., @base64, @uri, (@uri | split("%20") | join("+")), tojson[1:-1] | visible | select(. != "")) | sort_by(-length) as $secrets
		| reduce $secrets[] as $secret ($text; split($secret) | join("••••••••"))' 2>/dev/null <<END
$body
END
}

# Ends the script with what is to be done about a refusal, where that is known, else
# with the sentence $1, the status, and why Logto refused.
refused() {
	case $(answered '[.code // .message, .data.claim?] | map(strings) | join(" ")') in
	connector.more_than_one_sms) fail @say:several-sms@ ;;
	connector.more_than_one_email) fail @say:several-email@ ;;
	connector.multiple_target_with_same_platform) fail @say:several-social@ ;;
	connector.not_found_with_connector_id) fail @say:not-installed@ "$endpoint" "$status" ;;
	entity.invalid_input | 'Object contains forbidden prototype property') fail @say:not-storable@ "$status" ;;
	oidc.invalid_target) fail @say:wrong-resource@ "$endpoint" "$resource" ;;
	'auth.unauthorized aud') fail @say:wrong-audience@ "$endpoint" "$resource" "$status" ;;
	'auth.unauthorized iss') fail @say:wrong-issuer@ "$endpoint" "$status" ;;
	esac
	why=$(shown '[.code, .message, .details] | map(strings) | join(" - ")') || why=
	fail "$1" "$status${why:+ $why}"
}

token=
settings=$(
	setting user <<END
$LOGTO_AUTH
END
	setting data-urlencode <<END
resource=$resource
END
)
request POST /oidc/token <<END
$settings
data = "grant_type=client_credentials&scope=all"
END
[ "$status" = 200 ] || refused @say:token-refused@
token=$(answered '.access_token // empty') || fail @say:unintelligible@ "$endpoint"
scope=$(answered '.scope // empty')
[ -n "$token" ] || fail @say:unintelligible@ "$endpoint"
[ -n "$scope" ] || fail @say:no-scope@

authorization=$(
	setting header <<END
Authorization: Bearer $token
END
)
request GET /api/connectors <<END
$authorization
END
[ "$status" = 200 ] || refused @say:refused@
id=$(answered '[.[] | select(.connectorId == "twilio-short-message-service")][0].id // empty') ||
	fail @say:unintelligible@ "$endpoint"
case $id in
*[!A-Za-z0-9_-]*) fail @say:unintelligible@ "$endpoint" ;;
esac

# The configuration, the auth token in its place.
config() {
	cat <<'END'
@head@
END
	jq -n 'env.TWILIO_AUTH_TOKEN'
	cat <<'END'
@tail@
END
}

# The connector that is there keeps its id; a new one takes the place of any other
# that sends SMS.
if [ -n "$id" ]; then
	method=PATCH path=/api/connectors/$id before='{"config":' success=@say:updated@
else
	method=POST path=/api/connectors before='{"connectorId":"twilio-short-message-service","config":' success=@say:created@
	others=$(shown '[.[] | select(.type == "Sms") | .connectorId] | join(", ")') || fail @say:unintelligible@ "$endpoint"
	[ -z "$others" ] || say @say:replaces@ "$others"
fi
settings=$(
	{
		printf '%s' "$before"
		config
		printf '}'
	} | setting data-raw
)
request "$method" "$path" <<END
$authorization
header = "Content-Type: application/json"
$settings
END
case $status in
200 | 201) ;;
*) refused @say:refused@ ;;
esac
say "$success" "$endpoint"
