#ifndef CORDON_CGEOS_SHIM_H
#define CORDON_CGEOS_SHIM_H
// Hides the calls that share one global context: only the reentrant API remains in sight.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
#endif
