using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Cases;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>One signature for a whole list (Awb 2:18): the sentence names the first cases and the number of the others, and all of them stand folded away below it.</summary>
internal static class BatchSigning
{
    /// <summary>As many as a sentence can name.</summary>
    private const int Named = 5;

    /// <returns>Null when they thought better of it.</returns>
    public static Task<BatchOrder?> SignAsync(this SigningGate gate, IStringLocalizer<LetterBatchTexts> texts, string title, IEnumerable<CaseNumber> cases, Func<Signatory, Task<BatchOrder>> start)
    {
        ImmutableArray<string> numbers = [.. cases.Select(number => number.ToString())];
        var first = string.Join(", ", numbers.Take(Named));
        return numbers.Length > Named
            ? gate.SignAsync(texts["Signing.More", title, first, numbers.Length - Named], numbers, start, order => order.LacksSignature)
            : gate.SignAsync(texts[numbers.Length is 1 ? "Signing.One" : "Signing", title, first], [], start, order => order.LacksSignature);
    }
}
