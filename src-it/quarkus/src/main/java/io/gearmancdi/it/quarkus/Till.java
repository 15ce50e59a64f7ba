package io.gearmancdi.it.quarkus;

import io.gearmancdi.Work;
import io.gearmancdi.it.base.Totals;

/** A worker of the application itself, whose jobs come from a class of a library. */
@Work(name = "Till")
class Till extends Totals<Integer> {}
