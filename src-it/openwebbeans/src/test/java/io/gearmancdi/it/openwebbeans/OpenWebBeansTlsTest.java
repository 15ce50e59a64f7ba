package io.gearmancdi.it.openwebbeans;

import io.gearmancdi.it.SeTlsBehaviour;

class OpenWebBeansTlsTest extends SeTlsBehaviour {}
