package io.gearmancdi.cdi.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.discovery.MethodView;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MethodReaderTest {

    private static final Class<?>[] TABLE = {MethodReaderTest.class, String.class, List.class, Map.class};

    private static MethodView read(String text) {
        return new MethodReader(TABLE, text).read(Optional.empty(), () -> (instance, arguments) -> instance);
    }

    private static Type parameter(String words) {
        return read("some;0;0;" + words).signature().parameters().get(0);
    }

    @Test
    void a_method_is_its_name_the_class_that_declares_it_and_its_modifiers() {
        var method = read("a name;0;4");
        assertThat(method.name()).isEqualTo("a name");
        assertThat(method.declaring()).isEqualTo(MethodReaderTest.class);
        assertThat(method.modifiers()).isEqualTo(Modifier.PROTECTED);
        assertThat(method.signature().parameters()).isEmpty();
    }

    @Test
    void parameters_follow_each_other() {
        assertThat(read("some;0;0;1;int;[;byte").signature().parameters())
                .containsExactly(String.class, int.class, byte[].class);
    }

    @Test
    void a_generic_type_has_its_arguments() {
        var type = (ParameterizedType) parameter("<2;3;1;<1;2;1");
        assertThat(type.getRawType()).isEqualTo(Map.class);
        assertThat(type.getTypeName()).isEqualTo("java.util.Map<java.lang.String, java.util.List<java.lang.String>>");
    }

    @Test
    void an_array_may_hold_a_generic_type() {
        var type = (GenericArrayType) parameter("[;<1;2;1");
        assertThat(type.getGenericComponentType().getTypeName()).isEqualTo("java.util.List<java.lang.String>");
    }

    @Test
    void a_variable_that_nothing_binds_keeps_its_name() {
        assertThat(parameter("<1;2;=T;1").getTypeName()).isEqualTo("java.util.List<T>");
    }
}
