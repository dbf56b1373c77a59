using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>A draft as texts, field by field in the order of the form, so that two can be compared.</summary>
internal static class DraftTexts
{
    /// <returns>Always the same fields in the same order; the name of each is a key of the page's texts.</returns>
    public static ImmutableArray<(string Field, string Text)> Of(DecisionDraft draft, ImmutableArray<GivenInstruction> instructions, IStringLocalizer<DecisionPageTexts> texts) =>
    [
        ("Step.Outcome", draft.Outcome is { } outcome ? texts["Outcome." + outcome] : ""),
        ("Step.Ground", string.Join('\n', new[] { Grounds43a.InsufficientView, Grounds43a.InsufficientFraudResistance }.Where(ground => draft.Grounds.HasFlag(ground)).Select(ground => texts["Ground." + ground].Value))),
        ("CannotEstablish", draft.CannotEstablish),
        ("Step.Attribution", draft.Attribution is { } attribution ? texts["Attribution." + attribution] : ""),
        ("Instruction", instructions.FirstOrDefault(item => item.Id == draft.InstructionId)?.Text(Here.Language) ?? ""),
        ("Step.Fraud", string.Join('\n', draft.FraudCodes.Select(GroundCatalogue.Find).OfType<Ground>().Select(form => form.Name(Here.Language)))),
        ("Provision", draft.ViolatedProvision),
        ("Evidence", draft.Evidence),
        ("Alternatives", draft.Alternatives),
        ("Step.Sanction", draft.Sanction is { } sanction ? SanctionOf(sanction) : ""),
        ("Proportionality", draft.Proportionality),
        ("Deviation", draft.DeviationReasons),
        ("Reasons", draft.Reasons),
        ("ReplyToView", draft.ReplyToView),
    ];

    private static string SanctionOf(Sanction sanction) =>
        $"{SanctionCatalogue.Find(sanction.Kind)?.Name(Here.Language)} {sanction.From?.Brief(Here.Language)} – {sanction.Until?.Brief(Here.Language)}\n{string.Join('\n', sanction.Exams)}";
}
