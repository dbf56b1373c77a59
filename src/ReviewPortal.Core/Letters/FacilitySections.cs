using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What the letter on a special facility says of the decision and how it came about (L9; law.md 1.2, 3.1). What the student stated about health is in none of it.</summary>
internal static class FacilitySections
{
    public static Section OperativePart(LetterKind kind, FacilityMatter matter, Language language) => Section("OperativePart", language,
        Text(language, $"Operative.{kind}", FiledOn(matter, language), matter.Request.Test, matter.Request.Course, matter.Request.TestOn.InWords(language)));

    public static Section WhatItMeans(LetterKind kind, FacilityMatter matter, Language language)
    {
        return Section("WhatItMeans", language, new BulletList(kind is LetterKind.FacilityGranted
            ? [Of("Granted.Test", matter.Request.TestOn.WithWeekday(language)), Of("Granted.Rules", matter.Request.Decision!.Protocol, matter.Request.Decision.PrivacyStatement), Of("Granted.Office"), Of("Granted.Once")]
            : [Of("Refused.Test", matter.Request.TestOn.WithWeekday(language)), .. Instead(matter, language), Of("Refused.Office"), Of("Refused.Again")]));

        string Of(string key, params object?[] fill) => FacilityLetterTexts.Of("Means." + key, language, fill);
    }

    public static Section Procedure(FacilityMatter matter, Language language)
    {
        var request = matter.Request;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(Text(language, "Procedure.Filed", FiledOn(matter, language), InRunningText(request.ReasonIn(language))));
        blocks.Add(Text(language, request.IsLate ? "Procedure.Late" : "Procedure.InTime", request.FileBy.WithWeekday(language)));
        if (request.Adviser?.AnsweredAt is { } advised) blocks.Add(Text(language, "Procedure.Adviser", Amsterdam.DateOf(advised).InWords(language)));
        if (request.Examiner?.AnsweredAt is { } consulted) blocks.Add(Text(language, "Procedure.Examiner", request.Examiner.Name, Amsterdam.DateOf(consulted).InWords(language)));
        if (request.Director is { AnsweredAt: { } answered } director) blocks.Add(Text(language, director.Agrees is true ? "Procedure.DirectorConcurs" : "Procedure.DirectorNot", director.Name, Amsterdam.DateOf(answered).InWords(language)));
        return new(Heading("Procedure", language), blocks.ToImmutable());
    }

    public static Section View(FacilityMatter matter, Language language)
    {
        if (matter.Request.View is not { } view) return new(Heading("View", language), []);
        var asked = Amsterdam.DateOf(view.AskedAt).InWords(language);
        return new(Heading("View", language),
        [
            Text(language, "View.Asked", asked), .. Blocks.FromFreeText(view.Differing),
            .. view.GivenAt is { } given
                ? (ImmutableArray<Block>)[Text(language, "View.Given", Amsterdam.DateOf(given).InWords(language)), new Quotation(view.Text), .. Blocks.FromFreeText(matter.Request.Decision?.ReplyToView ?? "")]
                : [Text(language, "View.None", view.By.InWords(language))],
        ]);
    }

    public static Section Rules(FacilityMatter matter, Language language)
    {
        string[] provisions = [Provisions.FacilityCircumstances, .. matter.Request.IsLate ? [Provisions.FacilityTerm] : Array.Empty<string>(), Provisions.FacilityConditions];
        return new(Heading("Rules", language),
        [
            Text(language, "Rules.Intro", matter.Request.TestOn.InWords(language)), .. DecisionSections.Quoted(RegulationKind.Protocol, provisions, matter.Request.TestOn, language), Text(language, "Rules.Law"),
        ]);
    }

    // Each condition of the protocol with what the board found, then why it decided so.
    public static Section Considerations(FacilityMatter matter, Language language)
    {
        var found = matter.Request.Assessment ?? FacilityAssessment.Empty;
        return new(Heading("Considerations", language),
        [
            .. found.AsSoonAsPossible is { } soon ? Finding(language, "Late", soon, found.LateReasons) : [],
            .. Finding(language, "Special", found.IsSpecial is true, found.SpecialReasons),
            .. Finding(language, "Alternative", found.NoAlternative is true, found.AlternativeReasons),
            .. Finding(language, "Lighter", found.NoLighter is true, found.LighterReasons),
            .. Blocks.FromFreeText(matter.Request.Decision?.Reasons ?? ""),
            .. AsWritten(language),
        ]);
    }

    public static Section Proportionality(LetterKind kind, FacilityMatter matter, Language language) =>
        new(Heading("Proportionality", language), kind is LetterKind.FacilityRefused ? Blocks.FromFreeText(matter.Request.Decision?.Proportionality ?? "") : []);

    public static Section Privacy(LetterKind kind, FacilityMatter matter, Language language) => new(Heading("Privacy", language),
    [
        .. matter.KeptUntil is { } until ? (ImmutableArray<Block>)[Text(language, "Privacy.Kept", until.InWords(language))] : [],
        .. matter.Request.HealthDetail.Length > 0 ? (ImmutableArray<Block>)[Text(language, "Privacy.Told")] : [],
        .. kind is LetterKind.FacilityGranted ? (ImmutableArray<Block>)[Text(language, "Privacy.Recording")] : [],
        new Paragraph(LetterTexts.Of("Privacy.Rights", language, matter.Institution.PrivacyStatement)),
    ]);

    public static Section Signature(FacilityMatter matter, Language language) => Section("Signature", language, new Signatures(
        [new Signature(LetterTexts.Of("Signature.Capacity", language, matter.Institution.Board.In(language)), matter.Request.Decision!.ByName, LetterTexts.Of("Signature.At", language, matter.Request.Decision.At.InWords(language)))]));

    // What goes before proctoring, where there is something (UU-R1-7).
    private static IEnumerable<string> Instead(FacilityMatter matter, Language language)
    {
        if (matter.Request.Assessment?.NoAlternative is false) yield return FacilityLetterTexts.Of("Means.Refused.Alternative", language);
        if (matter.Request.Assessment?.NoLighter is false) yield return FacilityLetterTexts.Of("Means.Refused.Lighter", language);
    }

    private static ImmutableArray<Block> Finding(Language language, string what, bool met, string reasons)
    {
        var answer = met ? "Yes" : "No";
        return Blocks.FromFreeText($"{FacilityLetterTexts.Of($"Finding.{what}.{answer}", language)} {reasons}");
    }

    private static ImmutableArray<Block> AsWritten(Language language) => language is Language.English ? [new Paragraph(LetterTexts.Of("AsWritten", language))] : [];

    private static string InRunningText(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string FiledOn(FacilityMatter matter, Language language) => Amsterdam.DateOf(matter.Request.FiledAt).InWords(language);

    private static string Heading(string key, Language language) => LetterTexts.Of($"Heading.{key}", language);

    private static Section Section(string heading, Language language, params Block[] blocks) => new(Heading(heading, language), [.. blocks]);

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(FacilityLetterTexts.Of(key, language, fill));
}
