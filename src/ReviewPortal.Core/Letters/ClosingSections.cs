using System.Collections.Immutable;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What every letter ends with: privacy, remedies, help, signature, annexes (sections 16 to 20 of law.md 3.1).</summary>
internal static class ClosingSections
{
    /// <summary>By whom, within what term, to which body (Awb 3:45), with what a notice of appeal must contain (Awb 6:5).</summary>
    public static Section Remedies(LetterKind kind, LetterMatter matter, Language language)
    {
        var heading = LetterTexts.Of("Heading.Remedies", language);
        if (!kind.HasRemedies() && kind is not LetterKind.SentAgain) return new Section(heading, []);

        var desk = matter.Institution.AppealsDesk.In(language);
        return new Section(heading,
        [
            new Paragraph(LetterTexts.Of("Remedies.Who", language)),
            new FactList(
            [
                new(LetterTexts.Of("Remedies.ByWhom.Label", language), LetterTexts.Of("Remedies.ByWhom", language)),
                new(LetterTexts.Of("Remedies.Term.Label", language), LetterTexts.Of("Remedies.Term", language, matter.AppealTerm.LastDay.WithWeekday(language))),
                new(LetterTexts.Of("Remedies.Where.Label", language), LetterTexts.Of("Remedies.Where", language, string.Join(", ", matter.Institution.AppealsDeskAddress.Insert(0, desk)))),
            ]),
            new Paragraph(LetterTexts.Of("Remedies.Contents", language)),
            new Paragraph(LetterTexts.Of("Remedies.NoSuspension", language)),
        ]);
    }

    public static Section Privacy(LetterMatter matter, Language language) => new(
        LetterTexts.Of("Heading.Privacy", language),
        [new Paragraph(LetterTexts.Of("Privacy", language, matter.Institution.PrivacyStatement))]);

    public static Section Support(LetterMatter matter, Language language) => new(
        LetterTexts.Of("Heading.Support", language),
        [new Paragraph(LetterTexts.Of("Support", language, matter.Institution.Support.In(language)))]);

    public static Section Signature(LetterKind kind, LetterMatter matter, Language language)
    {
        var capacity = LetterTexts.Of("Signature.Capacity", language, matter.Institution.Board.In(language));
        var lines = ImmutableArray.CreateBuilder<Signature>();
        if (kind.HasRemedies() && matter.Decision is { SignedAt: { } signed } decision)
        {
            lines.Add(new(capacity, decision.SignedByName ?? "", LetterTexts.Of("Signature.At", language, signed.InWords(language))));
            if (decision.CoSignedAt is { } coSigned)
                lines.Add(new(capacity, decision.CoSignedByName ?? "", LetterTexts.Of("Signature.CoAt", language, coSigned.InWords(language))));
        }
        else
        {
            lines.Add(new(capacity, LetterTexts.Of("Signature.Secretary", language), ""));
        }

        return new Section(LetterTexts.Of("Heading.Signature", language), [new Signatures(lines.ToImmutable())]);
    }

    public static Section Annexes(LetterKind kind, LetterMatter matter, Language language)
    {
        var annexes = ImmutableArray.CreateBuilder<string>();
        if (kind is not LetterKind.NoticeOfReport && matter.Report?.SignedAt is { } signed)
            annexes.Add(LetterTexts.Of("Annex.Report", language, Calendar.Amsterdam.DateOf(signed).InWords(language)));
        if (kind.HasRemedies() && matter.Hearing is { IsRecorded: true, PlannedAt: { } held } && matter.View is { Form: ViewForm.Oral })
            annexes.Add(LetterTexts.Of("Annex.Hearing", language, Calendar.Amsterdam.DateOf(held).InWords(language)));
        return new Section(LetterTexts.Of("Heading.Annexes", language), annexes.Count > 0 ? [new BulletList(annexes.ToImmutable())] : []);
    }
}
