using System.Collections.Immutable;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>Every letter as it goes out, with a code that is always the same; and the proces-verbaal.</summary>
internal static class SampleLetters
{
    public static Imprint Imprint { get; } = new(
        LetterCode.Parse("7KQ2-9F3M-XV0T-B6PA")!.Value, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", new Uri("https://portal.voorbeeld.example/verify-letter"));

    // Letters of a kind that has one already, in another situation.
    private static readonly ImmutableDictionary<string, (LetterKind Kind, Func<LetterKind, LetterMatter> Matter)> Variants = new Dictionary<string, (LetterKind, Func<LetterKind, LetterMatter>)>
    {
        ["irregularity-own-risk-after-annulment"] = (LetterKind.IrregularityOwnRisk, SampleCase.AfterAnnulment),
        ["fraud-proposal-without-sanction"] = (LetterKind.FraudProposal, kind => SampleCase.Matter(LetterKind.TerminationProposed) with { ProposedWithDecision = true }),
        ["enrolment-hearing-moved"] = (LetterKind.EnrolmentHearing, SampleCase.MovedHearing),
        ["valid-reconsidered"] = (LetterKind.Valid, SampleCase.Reconsidered),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The names of the files in samples/letters, without their ending.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetValues<LetterKind>().Select(kind => Kebab(kind.ToString())).Append(Report).Concat(Variants.Keys.Order(StringComparer.Ordinal)).SelectMany(name => Enum.GetValues<Language>().Select(language => $"{name}.{language.Code()}"))];

    private const string Report = "proces-verbaal";

    public static Document Published(LetterKind kind, Language language) => kind.Subject() is LetterSubject.Facility
        ? FacilityLetterWriter.Write(SampleFacility.Matter(kind, language) with { Imprint = Imprint }, language)
        : LetterWriter.Write(kind, SampleCase.Matter(kind) with { Imprint = Imprint }, language);

    public static Document Of(string name)
    {
        var (kind, language) = (name[..^3], Languages.Parse(name[^2..])!.Value);
        if (kind is Report) return SampleCase.ProcesVerbaal(language, SampleStill.Shown);
        return Variants.TryGetValue(kind, out var variant) ? LetterWriter.Write(variant.Kind, variant.Matter(variant.Kind) with { Imprint = Imprint }, language) : Published(Enum.GetValues<LetterKind>().Single(item => Kebab(item.ToString()) == kind), language);
    }

    private static string Kebab(string name) => string.Concat(name.Select((sign, at) => char.IsUpper(sign) && at > 0 ? $"-{char.ToLowerInvariant(sign)}" : $"{char.ToLowerInvariant(sign)}"));
}
