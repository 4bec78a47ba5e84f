//! Saying thanks: to whom, from whom, for what, and which value it shows.

use leptos::prelude::*;

use super::{Desk, Shown};
use crate::domain::command::Command;
use crate::domain::id::{PersonId, PraiseId};
use crate::domain::thanks::ThanksDeed;
use crate::pages::common::{PickSeveral, Refused, toggle};
use crate::ui::{AreaField, Choice, FormActions, SelectField};

#[component]
pub(super) fn PraiseForm(desk: Desk) -> impl IntoView {
    let Desk { lang, view, form, .. } = desk;
    let draft = form.draft;
    let givers = move || {
        let mut choices = vec![Choice::new("", lang.get().thanks_manager())];
        choices.extend(view.read().people.iter().map(|(id, it)| Choice::new(id.to_string(), it)));
        choices
    };
    let values = move || {
        let mut choices = vec![Choice::new("", lang.get().thanks_value_choose())];
        choices.extend(view.read().values.iter().map(|it| Choice::new(it, it)));
        choices
    };
    let (text, set_text) = form.text(|it| &mut it.text);
    let (value, set_value) = form.text(|it| &mut it.value);
    view! {
        <div class="form thanks__form" data-testid="praise-form">
            <PickSeveral
                label=move || lang.get().thanks_to()
                all=Signal::derive(move || view.read().people.clone())
                picked=Signal::derive(move || draft.read().to.clone())
                on_pick=move |id: PersonId| draft.update(|it| toggle(&mut it.to, id))
            />
            <AreaField
                label=move || lang.get().thanks_text()
                value=text
                on_input=set_text
                lines=2
                attr:data-testid="praise-text"
            />
            <div class="form__row">
                <SelectField
                    label=move || lang.get().thanks_value()
                    choices=Signal::derive(values)
                    value
                    on_change=set_value
                    attr:data-testid="praise-value"
                />
                <SelectField
                    label=move || lang.get().thanks_from()
                    choices=Signal::derive(givers)
                    value=Signal::derive(move || {
                        draft.read().from.map(|it| it.to_string()).unwrap_or_default()
                    })
                    on_change=move |it: String| draft.update(|draft| draft.from = it.parse().ok())
                    attr:data-testid="praise-from"
                />
            </div>
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions
                    name="praise-save"
                    label=Signal::derive(move || lang.get().thanks_put_up().to_owned())
                    on_cancel=move || form.close()
                    on_save=move || save(desk)
                />
            </div>
        </div>
    }
}

/// Puts the praise up, and shows it to the room unless the team wants it quiet.
fn save(desk: Desk) {
    let Desk { app, view, form, large, .. } = desk;
    let id: PraiseId = app.draw_id().into();
    let praise = Box::new(form.draft.get_untracked());
    let outcome = app.act_here(Command::Thanks(Box::new(ThanksDeed::SavePraise(id, praise))));
    let taken = outcome.is_ok();
    form.settle(outcome);
    let view = view.get_untracked();
    if let Some(card) = view.cards.into_iter().find(|it| it.id == id)
        && taken
        && !view.quiet
    {
        let (title, text, value, note) = (card.names, card.text, card.value, card.note);
        large.set(Some(Shown { title, text, value, note }));
    }
}
