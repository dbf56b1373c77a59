using Microsoft.AspNetCore.WebUtilities;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Recordings.Uploads;

namespace ReviewPortal.Web.Features.Recordings.Api;

/// <summary>What a program is told when something cannot be done: a status, a code it can act on, and a sentence for the person behind it (RFC 9457).</summary>
internal static class ApiProblem
{
    private static readonly Texts All = new(typeof(UploadTexts));

    /// <summary>Suppliers' systems speak English unless they ask for Dutch.</summary>
    public static Language LanguageOf(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().TrimStart().StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? Language.Dutch : Language.English;

    /// <param name="code">The key of the sentence among the texts, after "Api.".</param>
    public static IResult Of(HttpRequest request, int status, string code, params object?[] fill) => Told(status, code, All["Api." + code, LanguageOf(request), fill]);

    public static IResult Told(int status, string code, string sentence) => Results.Problem(
        sentence, statusCode: status, title: ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "Refused", extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code });
}
