//! How a noun becomes a record: declared once, with its table and its fields.
//!
//! `record!` makes the struct and both directions of its stored form, so a new field is one line
//! here and wherever it is shown.

use super::id::RecordId;
use super::value::Value;

/// A noun that is kept in a table of the journal.
pub trait Record: Clone + Default + PartialEq + 'static {
    /// Its own id type.
    type Id: Copy + Ord + From<RecordId> + Into<RecordId>;

    /// Takes one stored field; a field or a value of another version leaves the default.
    fn load(&mut self, field: &str, value: &Value);

    /// Gives every field's name and stored form, in order of declaration.
    fn fields(&self) -> Vec<(&'static str, Value)>;
}

macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident($id:ty) {
            $($(#[$field_doc:meta])* $field:ident: $type:ty,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)+
        }

        impl $crate::domain::Record for $name {
            type Id = $id;

            fn load(&mut self, field: &str, value: &$crate::domain::value::Value) {
                match field {
                    $(stringify!($field) => {
                        self.$field =
                            $crate::domain::value::Field::from_value(value).unwrap_or_default();
                    })+
                    _ => {}
                }
            }

            fn fields(&self) -> Vec<(&'static str, $crate::domain::value::Value)> {
                vec![$((
                    stringify!($field),
                    $crate::domain::value::Field::to_value(&self.$field),
                ),)+]
            }
        }
    };
}
