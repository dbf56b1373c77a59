using System.Collections.Immutable;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>Reads the letter on a special facility as a court would before it goes out (L9; law.md 3.1, lint rules).</summary>
public static class FacilityLetterLint
{
    // Fewer words in a row are the same by chance.
    private const int SameWords = 4;

    public static ImmutableArray<LetterFault> Check(FacilityMatter matter, Document letter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(letter);
        return [.. Faults(matter, letter), .. LetterLint.RemedyFaults(matter.Institution, matter.AppealTerm, letter), .. matter.Kind is { } kind ? LetterLint.SenderFaults(kind, matter.Institution, letter.Language) : [], .. BsnFaults(matter, letter), .. OthersNamed(matter, letter)];
    }

    private static IEnumerable<LetterFault> Faults(FacilityMatter matter, Document letter)
    {
        var (request, decision) = (matter.Request, matter.Request.Decision);
        if (Inked.IsEmpty(decision?.Reasons)) yield return Fault("Lint.NoReasons", "Awb 3:46", LetterPlace.Reasons);
        if (request.View?.GivenAt is not null && Inked.IsEmpty(decision?.ReplyToView)) yield return Fault("Lint.NoReply", "Awb 3:46, 4:7", LetterPlace.ReplyToView);
        if (matter.Kind is LetterKind.FacilityRefused && Inked.IsEmpty(decision?.Proportionality)) yield return Fault("Lint.NoProportionality", "Awb 3:4 lid 2", LetterPlace.Proportionality);
        if (Regulations.On(request.TestOn, RegulationKind.Protocol)?.Provision(Provisions.FacilityConditions) is null)
            yield return new(FacilityLetterTexts.Of("Lint.NoProvision", letter.Language), "Awb 3:47 lid 2; UU-GOV-1", LetterPlace.Institution);
        // The health detail is for who decides; the letter gives the reason by its name only (AVG 9; UU-R1-3).
        if (Repeated(request.HealthDetail, letter.PlainText()) is { } words) yield return new(FacilityLetterTexts.Of("Lint.Health", letter.Language, words), "AVG 9; AVG 5 lid 1 onder c", LetterPlace.Reasons);

        LetterFault Fault(string key, string source, LetterPlace place) => new(LetterTexts.Of(key, letter.Language), source, place);
    }

    private static IEnumerable<LetterFault> BsnFaults(FacilityMatter matter, Document letter) =>
        CitizenNumbers.In(letter.PlainText(), [matter.Request.Test, matter.Request.Course]).Select(number => new LetterFault(LetterTexts.Of("Lint.Bsn", letter.Language, number), "UAVG 46", LetterPlace.Reasons));

    private static IEnumerable<LetterFault> OthersNamed(FacilityMatter matter, Document letter) =>
        matter.Others.In(matter.OwnWords).Select(other => new LetterFault(LetterTexts.Of("Lint.OtherStudent", letter.Language, other), "AVG 5", LetterPlace.Reasons));

    /// <returns>The first words of the detail that stand in the letter in the same order; null when none do.</returns>
    private static string? Repeated(string detail, string letter)
    {
        var (words, text) = (Words(detail), $" {string.Join(' ', Words(letter))} ");
        if (words.Length is 0) return null;
        var length = Math.Min(SameWords, words.Length);
        return Enumerable.Range(0, words.Length - length + 1).Select(from => string.Join(' ', words.Skip(from).Take(length))).FirstOrDefault(run => text.Contains($" {run} ", StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Words(string text) => string.Concat(text.Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
