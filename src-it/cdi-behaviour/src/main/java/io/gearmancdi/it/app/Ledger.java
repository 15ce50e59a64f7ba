package io.gearmancdi.it.app;

import io.gearmancdi.Work;
import io.gearmancdi.it.base.Totals;

/** A dependent worker whose jobs all come from a class of another package. */
@Work(name = "Ledger")
class Ledger extends Totals<Integer> {}
