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
# may be shown. The text is decoded first, and what cannot be seen dropped. Then words,
# numbers and SIDs stay; all else of 16 letters and digits or more is masked, and every
# piece of 8 of a secret, in hex, in base64 and backwards too, whatever stands in between.
# jq has the secrets from its environment.
shown() {
	LOGTO_ACCESS_TOKEN=$token jq -r "$1"' |
		def in($low; $high): . >= $low and . <= $high;
		def visible: explode | map(
			if in(9; 10) or . == 13 or . == 160 or in(8192; 8202) or in(8232; 8233) or . == 12288 then 32
			elif in(65296; 65305) or in(65313; 65338) or in(65345; 65370) then . - 65248 else . end
			| select((. < 32 or in(127; 159) or . == 173 or in(768; 879) or . == 1564 or in(4447; 4448)
				or in(6068; 6069) or in(6155; 6159) or in(8203; 8207) or in(8234; 8238) or in(8288; 8303)
				or in(9312; 9471) or . == 10240 or . == 12644 or in(57344; 63743) or in(65024; 65039)
				or . == 65279 or . == 65440 or in(65520; 65531) or in(119808; 120831) or . >= 917504) | not)) | implode;
		def hex: ascii_downcase | explode | reduce .[] as $c (0; . * 16 + $c - (if $c > 96 then 87 else 48 end));
		def chr: if . < 32 or in(55296; 57343) then " " else [.] | implode end;
		def decoded: gsub("&amp;"; "&") | gsub("&quot;"; "\"") | gsub("&lt;"; "<") | gsub("&gt;"; ">")
			| gsub("&#0*(?<d>[0-9]{1,6});?"; .d | tonumber | chr) | gsub("&#[xX]0*(?<h>[0-9A-Fa-f]{1,5});?"; .h | hex | chr)
			| gsub("%(?<h>[2-7][0-9A-Fa-f])"; .h | hex | chr) | gsub("\\\\+u(?<h>[0-9A-Fa-f]{4})"; .h | hex | chr)
			| gsub("\\\\+u\\{0*(?<h>[0-9A-Fa-f]{1,5})\\}"; .h | hex | chr) | gsub("\\\\+x(?<h>[0-9A-Fa-f]{2})"; .h | hex | chr)
			| gsub("\\\\+[nrt]"; " ") | visible;
		def bare: explode | map(select(in(48; 57) or in(65; 90) or in(97; 122))) | implode | ascii_downcase;
		def forms: ., (explode | reverse | implode), @base64, ("x" + . | @base64[2:]), ("xx" + . | @base64[3:]),
			(explode | map("0123456789abcdef"[. / 16 % 16 | floor:][:1] + "0123456789abcdef"[. % 16:][:1]) | add);
		def word: test("^[A-Z]{2}[0-9a-f]{32}$") or (test("^\\p{L}+$") and if test("[^A-Za-z]")
			then length < 64 or (test("[A-Za-z]") | not)
			elif length < 16 and test("^[A-Fa-f]+$") then false
			else length < 4 or (length <= 48 and length >= 3 * ([scan("[a-z]+")] | length)
				and (ascii_downcase | test("[^aeiouy]{6}") | not)) end);
		(reduce range(5) as $_ (.[:2000] | visible; decoded) | gsub("//[^/\\s\"]*@"; "//")) as $text
		| (reduce ([env.TWILIO_AUTH_TOKEN, env.LOGTO_ACCESS_TOKEN, env.LOGTO_AUTH, (env.LOGTO_AUTH | split(":")[1:] | join(":"))][]
			| select(length > 7) | forms | bare | .[range([length - 7, 0] | max):][:8]) as $piece ({}; .[$piece] = true)) as $pieces
		| ($text | explode) as $chars
		| [range($chars | length) | select($chars[.] | in(48; 57) or in(65; 90) or in(97; 122))] as $at
		| ($text | bare) as $bare
		| [range($at | length - 7) | select($pieces[$bare[.:. + 8]]) | [$at[.], $at[. + 7] + 1]] as $known
		| [$text | match("[\\p{L}\\p{N}]+"; "g") | {at: .offset, end: (.offset + .length), text: .string}] as $runs
		| (reduce ($runs[], null) as $run ({};
			if $run == null or ($run.text | word) or ($run.at > 0 and $chars[$run.at - 1] == 43 and ($run.text | test("^[0-9]+$")))
			then (.group // []) as $g | ($g | map(.text) | add // "") as $all
				| if ($all | length) >= (if ($g | any(.text | length > 15 or test("[^0-9]"))) then 16 else 32 end)
					then .hidden += [[$g[0].at, $g[-1].end]] else . end | .group = []
			else .group += [$run] end) | .hidden // []) as $odd
		| reduce ($known + $odd | sort[]) as $h ({text: "", end: 0};
			if $h[0] < .end then .end = ([.end, $h[1]] | max)
			else .text += $text[.end:$h[0]] + "••••••••" | .end = $h[1] end)
		| .text + $text[.end:]' 2>/dev/null <<END
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
