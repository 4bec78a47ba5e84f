//! Planning a year from what was won the year before.

use leptos::prelude::*;

use super::told::{Preview, Told, parts};
use super::{Asking, Desk};
use crate::domain::calendar::Period;
use crate::domain::quota::Edit;
use crate::present::format;
use crate::present::quotas::growth_permille;
use crate::ui::{Dialog, FormActions, TextField};

/// The dialog that plans the year.
#[component]
pub(super) fn GrowDialog(desk: Desk) -> impl IntoView {
    let Desk { lang, year, asking, .. } = desk;
    let open = Signal::derive(move || asking.get() == Some(Asking::Grow));
    let growth = RwSignal::new("10".to_owned());
    let permille = Memo::new(move |_| growth_permille(&growth.read()));
    let preview = Memo::new(move |_| {
        open.get().then(|| match permille.get() {
            Some(permille) => Preview::of(desk, &[Edit::Grow(permille)]),
            None => Preview::missing(lang.get().goals_fill_not_a_rate()),
        })
    });
    let close = move || asking.set(None);
    let apply = move || {
        close();
        permille.get_untracked().into_iter().for_each(|it| desk.act(vec![Edit::Grow(it)]));
    };
    let (sentences, disabled) = parts(preview);
    let actions = move || {
        view! {
            <FormActions
                name="grow-apply"
                label=Signal::derive(move || lang.get().quotas_grow_apply().to_owned())
                disabled
                on_cancel=close
                on_save=apply
            />
        }
    };
    let title = move || {
        let lang = lang.get();
        lang.quotas_grow_title(&format::period(lang, Period::Year(year.get())))
    };
    view! {
        <Dialog open title on_close=close actions>
            <TextField
                label=move || lang.get().goals_fill_growth()
                hint=Signal::derive(move || lang.get().goals_fill_growth_hint().to_owned())
                value=growth
                on_input=move |text| growth.set(text)
                attr:data-testid="grow-rate"
            />
            <Told sentences />
        </Dialog>
    }
}
