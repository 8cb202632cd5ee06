//! TypeScript as text, written while the crate is compiled: nothing of it is in the program.

#![allow(
    dead_code,
    reason = "the compiler does not see what wasm-bindgen writes into a custom section"
)]

/// The type of a property.
#[derive(Clone, Copy)]
pub(super) enum Type {
    /// One that has a name.
    Named(&'static str),
    /// One of some texts.
    OneOf(&'static [&'static str]),
    /// An array.
    List(&'static Type),
    /// An array of two.
    Pair(&'static Type),
}

/// What a property is that has no value.
#[derive(Clone, Copy)]
pub(super) enum Absence {
    /// It always has one.
    Never,
    /// The object does not have the property.
    Missing,
    /// The same in an object that we are given; there it may also be `undefined`.
    Optional,
    /// It is null.
    Null,
}

impl Absence {
    /// The same in an object that we are given.
    pub(super) const fn of_given(self) -> Self {
        match self {
            Self::Missing => Self::Optional,
            other => other,
        }
    }
}

/// A property of an object.
#[derive(Clone, Copy)]
pub(super) struct Property {
    /// What it holds.
    pub(super) doc: &'static str,
    /// Its name.
    pub(super) name: &'static str,
    /// The type of its value.
    pub(super) value: Type,
    /// Whether it can be without.
    pub(super) absence: Absence,
}

/// A kind of object of a union, told by its `type`.
#[derive(Clone, Copy)]
pub(super) struct Variant {
    /// What it stands for.
    pub(super) doc: &'static str,
    /// Its `type`.
    pub(super) tag: &'static str,
    /// Its other properties.
    pub(super) properties: &'static [Property],
}

/// More bytes than the longest declaration has.
const CAPACITY: usize = 1 << 13;

/// A declaration.
pub(super) struct Declaration {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Declaration {
    /// The interface of an object with these properties.
    pub(super) const fn interface(
        doc: &'static str,
        name: &'static str,
        properties: &'static [Property],
    ) -> Self {
        let mut it = Self {
            bytes: [0; CAPACITY],
            length: 0,
        };
        it.doc("", doc);
        it.write("export interface ");
        it.write(name);
        it.write(" {\n");
        let mut index = 0;
        while index < properties.len() {
            it.property(&properties[index]);
            index += 1;
        }
        it.write("}\n");
        it
    }

    /// The union of these kinds of objects.
    pub(super) const fn union(
        doc: &'static str,
        name: &'static str,
        variants: &'static [Variant],
    ) -> Self {
        let mut it = Self {
            bytes: [0; CAPACITY],
            length: 0,
        };
        it.doc("", doc);
        it.write("export type ");
        it.write(name);
        it.write(" =\n");
        let mut index = 0;
        while index < variants.len() {
            it.variant(&variants[index]);
            index += 1;
        }
        it.write(";\n");
        it
    }

    /// Another name of a type.
    pub(super) const fn alias(name: &'static str, of: Type) -> Self {
        let mut it = Self {
            bytes: [0; CAPACITY],
            length: 0,
        };
        it.write("export type ");
        it.write(name);
        it.write(" = ");
        it.value(&of);
        it.write(";\n");
        it
    }

    /// Its text.
    pub(super) const fn text(&'static self) -> &'static str {
        let (text, _) = self.bytes.split_at(self.length);
        match str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => panic!("only whole texts were written"),
        }
    }

    const fn write(&mut self, text: &str) {
        let text = text.as_bytes();
        let mut index = 0;
        while index < text.len() {
            self.bytes[self.length] = text[index];
            self.length += 1;
            index += 1;
        }
    }

    /// Writes a name; one with dashes as JavaScript has it.
    const fn write_name(&mut self, name: &str) {
        let name = name.as_bytes();
        let (mut index, mut is_head) = (0, false);
        while index < name.len() {
            if name[index] != b'-' {
                self.bytes[self.length] = match is_head {
                    true => name[index].to_ascii_uppercase(),
                    false => name[index],
                };
                self.length += 1;
            }
            is_head = name[index] == b'-';
            index += 1;
        }
    }

    const fn doc(&mut self, indent: &str, doc: &str) {
        if !doc.is_empty() {
            self.write(indent);
            self.write("/**");
            self.write(doc);
            self.write(" */\n");
        }
    }

    const fn variant(&mut self, variant: &Variant) {
        self.doc("  ", variant.doc);
        self.write("  | { type: \"");
        self.write(variant.tag);
        self.write("\"");
        let mut index = 0;
        while index < variant.properties.len() {
            self.write("; ");
            self.named_value(&variant.properties[index]);
            index += 1;
        }
        self.write(" }\n");
    }

    const fn property(&mut self, property: &Property) {
        self.doc("  ", property.doc);
        self.write("  ");
        self.named_value(property);
        self.write(";\n");
    }

    const fn named_value(&mut self, property: &Property) {
        self.write_name(property.name);
        self.write(match property.absence {
            Absence::Missing | Absence::Optional => "?: ",
            Absence::Never | Absence::Null => ": ",
        });
        self.value(&property.value);
        self.write(match property.absence {
            Absence::Null => " | null",
            Absence::Optional => " | undefined",
            Absence::Never | Absence::Missing => "",
        });
    }

    const fn value(&mut self, value: &Type) {
        match value {
            Type::Named(name) => self.write(name),
            Type::OneOf(texts) => {
                let mut index = 0;
                while index < texts.len() {
                    self.write(if index == 0 { "\"" } else { " | \"" });
                    self.write(texts[index]);
                    self.write("\"");
                    index += 1;
                }
            }
            Type::List(inner) => {
                self.write("Array<");
                self.value(inner);
                self.write(">");
            }
            Type::Pair(inner) => {
                self.write("[");
                self.value(inner);
                self.write(", ");
                self.value(inner);
                self.write("]");
            }
        }
    }
}

/// The length of a name of Rust as one of JavaScript.
pub(super) const fn camel_length(name: &str) -> usize {
    let name = name.as_bytes();
    let (mut index, mut length) = (0, 0);
    while index < name.len() {
        length += (name[index] != b'_') as usize;
        index += 1;
    }
    length
}

/// The bytes of a name of Rust as one of JavaScript.
pub(super) const fn camel_bytes<const N: usize>(name: &str) -> [u8; N] {
    let name = name.as_bytes();
    let mut bytes = [0; N];
    let (mut index, mut length, mut is_head) = (0, 0, false);
    while index < name.len() {
        if name[index] == b'_' {
            is_head = true;
        } else {
            bytes[length] = if is_head {
                name[index].to_ascii_uppercase()
            } else {
                name[index]
            };
            length += 1;
            is_head = false;
        }
        index += 1;
    }
    bytes
}

/// The name of a field as JavaScript writes it, `stepText` for `step_text`.
macro_rules! camel_case {
    ($field:ident) => {{
        const FIELD: &str = stringify!($field);
        const BYTES: [u8; $crate::web::typescript::camel_length(FIELD)] =
            $crate::web::typescript::camel_bytes(FIELD);
        const NAME: &str = match str::from_utf8(&BYTES) {
            Ok(name) => name,
            Err(_) => FIELD,
        };
        NAME
    }};
}
pub(super) use camel_case;
