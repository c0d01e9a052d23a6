package twiliosim

import (
	"fmt"
	"strings"

	"logto-twilio/connector/account"
)

// numbersPerShop is how many numbers each service of the large account has.
const numbersPerShop = 50

// areaCodes are where the large account has its numbers, a hundred of them. In
// each, 555-0100 to 555-0199 are kept for fiction.
const areaCodes = `201 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229
	231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303
	304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 331
	334 336 337 339 347 351 352 360 361 386 401 402 404 405 406 407 408 409 410 412
	413 414 417 419 423 424 425 430 432 434 435 440 443 469 478 479 480 484 501 502`

// largeAccount has a hundred services with fifty numbers each.
func largeAccount() Account {
	a := newAccount(LargeAccountSID, "Chain of shops", account.FullAccount, "1250.00")
	a.Services = largeServices()
	return a
}

// largeServices are the services of the large account, newest first.
func largeServices() []Service {
	codes := strings.Fields(areaCodes)
	list := make([]Service, len(codes))
	for i, code := range codes {
		s := Service{Service: account.Service{
			SID: fakeSID("MG", 3001+i), FriendlyName: fmt.Sprintf("Shop %03d in area %s", i+1, code),
			UseCase: "notifications", ValidityPeriod: validity, SmartEncoding: true, A2PRegistered: true,
			Created: founded.AddDate(0, 0, len(codes)-i),
		}}
		s.Senders = row(3001+i*numbersPerShop, "+1"+code+"5550100", numbersPerShop, "US")
		s.Campaigns = campaign(s.SID, account.CampaignVerified)
		list[i] = s
	}
	return list
}
