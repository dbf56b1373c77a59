using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Ui;

/// <summary>What a file is called that somebody takes along: what it is, of which case, and of which day. In the language of what is in it.</summary>
internal static partial class FileNames
{
    private static readonly Texts All = new(typeof(FileTexts));

    /// <param name="number">Of the case or the request.</param>
    public static string Of(Letter letter, string number) => Of(All[$"Letter.{letter.Kind.Subject()}", letter.Language], number, letter.PublishedAt, "pdf");

    /// <summary>How that letter was sent.</summary>
    public static string LogOf(Letter letter, string number, Language language) =>
        Of($"{All["Log", language]}-{All[$"Letter.{letter.Kind.Subject()}", language]}", number, letter.PublishedAt, "csv");

    /// <summary>A proces-verbaal, which is drawn up in Dutch.</summary>
    public static string OfReport(string number, DateTimeOffset signed) => Of(All["Report", Language.Dutch], number, signed, "pdf");

    /// <param name="made">The moment at which the file was put together.</param>
    public static string OfDossier(string number, DateTimeOffset made, Language language) => Of(All["Dossier", language], number, made, "zip");

    /// <summary>A file that the browser shows: whoever keeps it from there gets it under its name too.</summary>
    public static void Shows(this HttpResponse response, string name)
    {
        var header = new ContentDispositionHeaderValue("inline");
        header.SetHttpFileName(name);
        response.Headers.ContentDisposition = header.ToString();
    }

    private static string Of(string what, string number, DateTimeOffset at, string extension) =>
        $"{NotInNames().Replace(what.ToLowerInvariant(), "-")}-{number}-{IsoDay.Of(Amsterdam.DateOf(at))}.{extension}";

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInNames();
}
