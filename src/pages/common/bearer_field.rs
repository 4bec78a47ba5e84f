//! Whose figures are shown: the company's, a team's or a person's.

use leptos::prelude::*;

use crate::domain::goal::Bearer;
use crate::domain::workspace::Table;
use crate::present::forecast::bearers;
use crate::runtime::app::use_app;
use crate::ui::{Choice, SelectField};

/// The choice of a bearer.
#[component]
pub fn BearerField(
    /// Who is chosen.
    bearer: Memo<Bearer>,
    /// Tells who was chosen.
    #[prop(into)]
    on_change: Callback<Bearer>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let choices = move || {
        let lang = lang.get();
        let name = |(bearer, name): (Bearer, String)| match bearer {
            Bearer::Company => Choice::new(bearer.to_string(), lang.goals_company()),
            _ => Choice::new(bearer.to_string(), name),
        };
        let all = app.view(&[Table::Teams, Table::People], bearers);
        all.into_iter().map(name).collect::<Vec<_>>()
    };
    view! {
        <span class="agenda__person" data-testid="forecast-who">
            <SelectField
                label=move || lang.get().forecast_who()
                choices=Signal::derive(choices)
                value=Signal::derive(move || bearer.get().to_string())
                on_change=move |id: String| on_change.run(id.parse().unwrap_or(Bearer::Company))
            />
        </span>
    }
}
