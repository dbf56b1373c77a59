using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>That the signed proces-verbaal comes with the letter, why, and where to read it (AVG 15; Awb 3:49, 4:11).</summary>
internal static class ReportSections
{
    public static Section Sent(LetterMatter matter, Language language) => new(LetterTexts.Of("Heading.ReportSent", language), matter.Disclosure is not { } disclosure ? [] :
    [
        disclosure is { Ground: DisclosureGround.Requested, AskedOn: { } asked }
            ? Text(language, "ReportSent.Requested", asked.InWords(language), matter.Exam.Title, matter.ExamDate.InWords(language))
            : Text(language, "ReportSent.WithoutInvitation", matter.Exam.Title, matter.ExamDate.InWords(language)),
        Text(language, "ReportSent.What", matter.Report?.SignedAt is { } signed ? Amsterdam.DateOf(signed).InWords(language) : "", matter.Report?.SignedByName),
        Text(language, "ReportSent.NoVerdict"),
        Text(language, "ReportSent.Where"),
    ]);

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
