//! Where customers and products differ: their tables, their lines, their words.

use std::collections::BTreeMap;

use crate::domain::id::RecordId;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::catalog::{CUSTOMER_TABLES, Line, PRODUCT_TABLES, customers, products};

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Who is sold to.
    Customers,
    /// What is sold.
    Products,
}

/// The words of a kind.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) search: &'static str,
    pub(super) add: &'static str,
    pub(super) new: &'static str,
    pub(super) name: &'static str,
    /// The head of the second column.
    pub(super) second: &'static str,
    pub(super) none_fits: &'static str,
    pub(super) empty: &'static str,
}

impl Kind {
    pub(super) fn tables(self) -> &'static [Table] {
        match self {
            Kind::Customers => &CUSTOMER_TABLES,
            Kind::Products => &PRODUCT_TABLES,
        }
    }

    pub(super) fn lines(self, workspace: &Workspace) -> BTreeMap<RecordId, Line> {
        match self {
            Kind::Customers => customers(workspace),
            Kind::Products => products(workspace),
        }
    }

    pub(super) fn words(self, lang: Lang) -> Words {
        match self {
            Kind::Customers => Words {
                title: lang.place_customers(),
                search: lang.customers_search(),
                add: lang.customers_add(),
                new: lang.customers_new(),
                name: lang.customers_name(),
                second: lang.customers_sector(),
                none_fits: lang.customers_none(),
                empty: lang.customers_empty(),
            },
            Kind::Products => Words {
                title: lang.place_products(),
                search: lang.products_search(),
                add: lang.products_add(),
                new: lang.products_new(),
                name: lang.products_name(),
                second: lang.products_price(),
                none_fits: lang.products_none(),
                empty: lang.products_empty(),
            },
        }
    }

    /// The name of a part of the page for tests.
    pub(super) fn test_id(self, part: &str) -> String {
        match self {
            Kind::Customers => format!("customers-{part}"),
            Kind::Products => format!("products-{part}"),
        }
    }
}
