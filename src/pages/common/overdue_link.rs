//! The way to where an overdue action is ticked off.

use leptos::prelude::*;

use crate::runtime::route::Route;

/// A row with the action and since when it is overdue.
#[component]
pub fn OverdueLink(
    /// The action.
    text: String,
    /// Since when, and where it was agreed.
    note: String,
    /// Where it is ticked off.
    to: Route,
    /// What tests know it by.
    name: &'static str,
) -> impl IntoView {
    view! {
        <li>
            <a class="list__row" data-testid=name href=to.href()>
                <span class="list__main">
                    <span class="list__name">{text}</span>
                    <span class="list__note" data-tone="warn">{note}</span>
                </span>
            </a>
        </li>
    }
}
