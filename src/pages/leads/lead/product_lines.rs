//! The products on a lead: line by line, their sum, and whether the amount follows it.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::id::LeadId;
use crate::domain::product_line::AmountBy;
use crate::domain::workspace::Table;
use crate::pages::common::{PriceField, Refused};
use crate::pages::leads::desk::Desk;
use crate::present::board::options;
use crate::present::product_lines::{LINE_TABLES, LineDraft, LineFault, LineRow, LinesView, lines};
use crate::runtime::app::App;
use crate::runtime::refusal::Refusal;
use crate::runtime::route::Route;
use crate::ui::{
    Button, ButtonKind, ButtonLink, Choice, Dialog, Form, FormActions, Icon, IconButton,
    SegmentedField, SelectField, TextField,
};

/// The form of a line.
#[derive(Clone, Copy)]
struct LineForm {
    app: App,
    lead: LeadId,
    form: Form<LineDraft, Refusal>,
    /// Whether somebody tried to save it, so that what is missing is said.
    tried: RwSignal<bool>,
}

impl LineForm {
    fn show(self, line: Option<&LineRow>) {
        let was = line.map(|it| it.line);
        self.tried.set(false);
        self.form.show(self.app.peek(|it| LineDraft::of(it, self.lead, was)));
    }

    /// Does nothing but say so while something is missing.
    fn save(self) {
        self.tried.set(true);
        let draft = self.form.draft.get_untracked();
        let Ok(line) = draft.read() else { return };
        let command = Command::ChangeLine(self.lead, draft.was, Some(line));
        self.form.settle(self.app.act_here(command));
    }

    fn remove(self) {
        let was = self.form.draft.with_untracked(|it| it.was);
        self.form.settle(self.app.act_here(Command::ChangeLine(self.lead, was, None)));
    }

    fn error(self, fault: LineFault) -> Signal<Option<String>> {
        let (lang, tried) = (self.app.lang(), self.tried);
        Signal::derive(move || {
            let lacks = self.form.draft.with(|it| it.read().err()).unwrap_or_default();
            let is_said = tried.get() && lacks.contains(&fault);
            is_said.then(|| fault.words(lang.get()).to_owned())
        })
    }
}

/// The products on a lead.
#[component]
pub(super) fn ProductLinesView(desk: Desk, id: LeadId) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let form = LineForm { app, lead: id, form: Form::closed(), tried: RwSignal::new(false) };
    let shown = Memo::new(move |_| app.view(&LINE_TABLES, |it| lines(it, lang.get(), id)));
    let has_products = Memo::new(move |_| shown.with(|it| it.has_products));
    let rows = move || {
        let rows = shown.with(|it| it.rows.clone());
        rows.into_iter().map(|row| line_row(form, row)).collect_view()
    };
    view! {
        <section class="section" data-testid="lines">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().lines_title()}</h3>
                <Show
                    when=move || has_products.get()
                    fallback=move || {
                        view! {
                            <ButtonLink
                                label=move || lang.get().lines_to_products()
                                href=Route::Products.href()
                            />
                        }
                    }
                >
                    <Button
                        icon=Icon::Plus
                        label=move || lang.get().lines_add()
                        on_press=move || form.show(None)
                        attr:data-testid="line-add"
                    />
                </Show>
            </div>
            <Show when=move || shown.with(|it| it.rows.is_empty())>
                <p class="section__note">
                    {move || match has_products.get() {
                        true => lang.get().lines_none(),
                        false => lang.get().lines_no_products(),
                    }}
                </p>
            </Show>
            <ul class="list">{rows}</ul>
            <AmountFoot app id shown />
            <LineDialog form />
        </section>
    }
}

fn line_row(form: LineForm, row: LineRow) -> impl IntoView {
    let lang = form.app.lang();
    let LineRow { name, terms, total, .. } = row.clone();
    let label = name.clone();
    view! {
        <li class="list__row" data-testid="line">
            <span class="list__main">
                <span class="list__name">{name}</span>
                <span class="list__note">{terms}</span>
            </span>
            <span class="list__figure">{total}</span>
            <IconButton
                icon=Icon::Edit
                label=move || lang.get().lines_edit_one(&label)
                on_press=move || form.show(Some(&row))
            />
        </li>
    }
}

/// The sum, and what the amount goes by; nothing where there are no lines.
#[component]
fn AmountFoot(app: App, id: LeadId, shown: Memo<LinesView>) -> impl IntoView {
    let lang = app.lang();
    let choices = move || {
        let lang = lang.get();
        vec![Choice::new("lines", lang.lines_by_lines()), Choice::new("hand", lang.lines_by_hand())]
    };
    let by = move || match shown.with(|it| it.by) {
        Some(AmountBy::Lines) => "lines".to_owned(),
        Some(AmountBy::Hand) | None => "hand".to_owned(),
    };
    let choose = move |by: String| {
        let by = if by == "lines" { AmountBy::Lines } else { AmountBy::Hand };
        app.act(Command::SetAmountBy(id, by));
    };
    view! {
        <Show when=move || shown.with(|it| it.by.is_some())>
            <div class="lines__sum" data-testid="lines-sum">
                <span>{move || lang.get().lines_sum()}</span>
                <span class="list__figure">{move || shown.with(|it| it.total.clone())}</span>
            </div>
            <div class="lines__by" data-testid="lines-by">
                <span aria-hidden="true">{move || lang.get().lines_amount_by()}</span>
                <SegmentedField
                    label=move || lang.get().lines_amount_by()
                    choices=Signal::derive(choices)
                    value=Signal::derive(by)
                    on_change=choose
                />
            </div>
            <p class="section__note" role="status" data-testid="lines-told">
                {move || shown.with(|it| it.told.clone())}
            </p>
        </Show>
    }
}

#[component]
fn LineDialog(form: LineForm) -> impl IntoView {
    let lang = form.app.lang();
    let close = move || form.form.close();
    let is_known = Memo::new(move |_| form.form.draft.with(|it| it.was.is_some()));
    let title = move || match is_known.get() {
        true => lang.get().lines_edit(),
        false => lang.get().lines_new(),
    };
    let actions = move || {
        view! {
            <Show when=move || is_known.get()>
                <Button
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    label=move || lang.get().lines_remove()
                    on_press=move || form.remove()
                    attr:data-testid="line-remove"
                />
            </Show>
            <FormActions name="line-save" on_cancel=close on_save=move || form.save() />
        }
    };
    view! {
        <Dialog open=form.form.is_open() title=Signal::derive(title) on_close=close actions>
            <LineFields form />
        </Dialog>
    }
}

#[component]
fn LineFields(form: LineForm) -> impl IntoView {
    let (app, lang) = (form.app, form.app.lang());
    let draft = form.form.draft;
    let save = Callback::new(move |()| form.save());
    let (quantity, set_quantity) = form.form.text(|it| &mut it.quantity);
    let (_, set_price) = form.form.text(|it| &mut it.price.text);
    let (discount, set_discount) = form.form.text(|it| &mut it.discount);
    let price_missing = form.error(LineFault::Price);
    let products = move || {
        let none = Choice::new("", lang.get().line_product_choose());
        let products = app.view(&[Table::Products], |it| options(it).products).into_iter();
        let products = products.map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(none).chain(products).collect::<Vec<_>>()
    };
    let choose = move |id: String| {
        app.peek(|it| draft.update(|draft| draft.choose(it, id.parse().ok())));
    };
    let value = move || draft.with(|it| it.product.map(|id| id.to_string()).unwrap_or_default());
    view! {
        <div class="form" data-testid="line-form">
            <SelectField
                label=move || lang.get().line_product()
                choices=Signal::derive(products)
                value=Signal::derive(value)
                error=form.error(LineFault::Product)
                on_change=choose
            />
            <div class="form__row">
                <span data-testid="line-quantity">
                    <TextField
                        label=move || lang.get().line_quantity()
                        value=quantity
                        error=form.error(LineFault::Quantity)
                        on_input=set_quantity
                        on_enter=save
                    />
                </span>
                <span data-testid="line-discount">
                    <TextField
                        label=move || lang.get().line_discount()
                        value=discount
                        error=form.error(LineFault::Discount)
                        on_input=set_discount
                        on_enter=save
                    />
                </span>
            </div>
            <span data-testid="line-price">
                <PriceField
                    label=move || lang.get().line_price()
                    draft=Signal::derive(move || draft.read().price.clone())
                    on_input=set_price
                    on_enter=save
                />
            </span>
            {move || price_missing.get().map(|it| view! { <p class="field__error" role="alert">{it}</p> })}
            <p class="lines__total" role="status" data-testid="line-total">
                {move || draft.with(|it| it.comes_to(lang.get()))}
            </p>
            <Refused refusal=form.form.refusal() />
        </div>
    }
}
