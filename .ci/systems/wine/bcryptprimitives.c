/* The one function of bcryptprimitives.dll that Go's programs call: Wine lacks the
   library for long, and no program of Go starts without it. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom, as advapi32 names it */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{
	return SystemFunction036(data, (ULONG)size);
}
