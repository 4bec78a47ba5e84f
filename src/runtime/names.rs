//! The index of names, kept while the page stands and brought up to date when it is asked.
//!
//! Only parts that come after the frame may ask it: it needs the table of pinyin.

use leptos::prelude::*;

use super::app::App;
use crate::domain::workspace::{Table, Workspace};
use crate::present::matching::{Found, Index};

/// The tables whose names are found.
const NAMED: [Table; 4] = [Table::People, Table::Customers, Table::Products, Table::Leads];

/// The index, and the state of the tables that it was made from.
#[derive(Debug, Default)]
pub(super) struct Names {
    index: Index,
    state: Option<[u32; NAMED.len()]>,
}

impl App {
    /// The leads whose name, customer or next step a text means.
    pub fn leads_meant(self, text: &str) -> Found {
        match text.trim().is_empty() {
            true => Found::All,
            false => self.search(|_, index| index.leads(text)),
        }
    }

    /// Brings the index up to date, so that the first letter need not.
    pub fn prepare_search(self) {
        untrack(|| self.search(|_, _| ()));
    }

    /// Searches the names as they are now; what calls it runs again when one of them may have
    /// changed.
    pub fn search<T>(self, read: impl FnOnce(&Workspace, &Index) -> T) -> T {
        let state = NAMED.map(|table| self.tables[table as usize].get());
        self.peek(|workspace| {
            self.names.update_value(|names| {
                if names.state != Some(state) {
                    names.index.take_in(workspace);
                    names.state = Some(state);
                }
            });
            self.names.with_value(|names| read(workspace, &names.index))
        })
    }
}
