using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>What a message that came back says, in bounded text of one line each.</summary>
/// <param name="IsReport">A report of a mail server on what became of an e-mail.</param>
/// <param name="Marks">Which e-mails it names, and where.</param>
internal sealed record ReportWords(bool IsReport, ImmutableArray<(ReportSign Sign, string Mark)> Marks)
{
    public ReportResult? Result { get; init; }

    public string Recipient { get; init; } = "";

    public string Status { get; init; } = "";

    public string Diagnosis { get; init; } = "";

    public string Server { get; init; } = "";

    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>What a mail server wrote in words only; null when it is a report, or no server wrote it.</summary>
    public string? Prose { get; init; }

    /// <summary>From whom the message says to be.</summary>
    public string From { get; init; } = "";
}

/// <summary>
/// Reads what mail servers report (RFC 3464). Only the outermost parts count, and theirs where a gateway put the report beside words of its own: what lies deeper, or in a
/// message of its own, is what came back, or somebody else's.
/// </summary>
internal static partial class ReportReader
{
    // Ours are one part, a report three; who nests deeper means no good.
    private const int DeepestNesting = 8;

    // A report has three, one from a gateway some more.
    private const int MostParts = 50;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = DeepestNesting };

    // Where servers write down to which address they delivered.
    private static readonly ImmutableArray<string> Addressed = ["Delivered-To", "X-Original-To", "Envelope-To", "To"];

    /// <returns>Null when these bytes are no message.</returns>
    public static ReportWords? Read(byte[] content)
    {
        try
        {
            using var message = MimeMessage.Load(Options, new MemoryStream(content, writable: false));
            return message.Headers.Count is 0 ? null : Read(message);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ReportWords Read(MimeMessage message)
    {
        MimeEntity[] parts = message.Body is Multipart several ? [.. several.SelectMany<MimeEntity, MimeEntity>(part => part is Multipart inner ? inner : [part]).Take(MostParts)] : [];
        ImmutableArray<HeaderList> groups = [.. parts.OfType<MessageDeliveryStatus>().SelectMany(status => status.StatusGroups)];
        ImmutableArray<(ReportSign, string)> marks =
        [
            .. groups.Select(group => MailMark.Of(group["Original-Envelope-Id"]?.Trim())).OfType<string>().Select(mark => (ReportSign.Envelope, mark)),
            .. message.Headers.Where(header => Addressed.Contains(header.Field, StringComparer.OrdinalIgnoreCase)).SelectMany(header => MailMark.InAddresses(Line(header.Value, MailReport.LongestDiagnosis))).Select(mark => (ReportSign.ReturnAddress, mark)),
            .. parts.OfType<MessagePart>().Select(part => MailMark.Of(part.Message?.MessageId?.Split('@')[0])).OfType<string>().Select(mark => (ReportSign.Message, mark)),
        ];
        // An e-mail of ours has one addressee. Of several that a server reports on, one that failed comes first.
        var recipient = groups.OrderBy(group => ResultOf(group) ?? ReportResult.Expanded).FirstOrDefault(group => ResultOf(group) is not null) ?? groups.LastOrDefault();
        var from = message.From.Mailboxes.FirstOrDefault()?.Address ?? "";
        return new ReportWords(groups.Length > 0, marks)
        {
            From = Line(from, MailReport.LongestName),
            Prose = groups.IsEmpty && IsServer(message, from) ? Line(message.TextBody, MailReport.LongestDiagnosis) : null,
            Result = recipient is null ? null : ResultOf(recipient),
            Recipient = recipient is null ? "" : Line(BehindType(recipient["Final-Recipient"] ?? recipient["Original-Recipient"]), MailReport.LongestName),
            Status = recipient is null ? "" : StatusOf(recipient),
            Diagnosis = recipient is null ? "" : Line(BehindType(recipient["Diagnostic-Code"]), MailReport.LongestDiagnosis),
            Server = Line(BehindType(groups.Select(group => group["Reporting-MTA"]).FirstOrDefault(name => name is not null)), MailReport.LongestName),
            WrittenAt = message.Date.Year > 1 ? message.Date.ToUniversalTime() : null,
        };
    }

    // As mail servers sign (RFC 5321, 4.5.1; RFC 2142), and Exchange with a number behind its name; or they say which address failed (Exim). An assistant that answers for
    // somebody who is away signs with that person's address.
    private static bool IsServer(MimeMessage message, string address) =>
        message.Headers.Contains("X-Failed-Recipients") || (address.Split('@')[0].ToUpperInvariant() is var name && (name is "MAILER-DAEMON" or "POSTMASTER" || name.StartsWith("MICROSOFTEXCHANGE", StringComparison.Ordinal)));

    // What a server did counts; one that does not say it tells by the first number of its status.
    private static ReportResult? ResultOf(HeaderList group) => group["Action"]?.Trim().ToUpperInvariant() switch
    {
        "FAILED" => ReportResult.Failed,
        "DELAYED" => ReportResult.Delayed,
        "DELIVERED" => ReportResult.Delivered,
        "RELAYED" => ReportResult.Relayed,
        "EXPANDED" => ReportResult.Expanded,
        _ => StatusOf(group) is { Length: > 0 } status ? status[0] switch { '5' => ReportResult.Failed, '4' => ReportResult.Delayed, _ => ReportResult.Delivered } : null,
    };

    private static string StatusOf(HeaderList group) => ThreeNumbers().Match(group["Status"] ?? "").Value;

    // "rfc822; s0412701@example.org", "smtp; 550 5.1.1 Unknown".
    private static string BehindType(string? value) => value is null ? "" : value.IndexOf(';', StringComparison.Ordinal) is >= 0 and var at ? value[(at + 1)..] : value;

    /// <summary>One line of characters that can be seen: no ends of lines, no signs that turn or hide what stands beside them.</summary>
    internal static string Line(string? text, int longest)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var isSeen = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            if (isSeen) line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] is not ' ') line.Append(' ');
            if (line.Length <= longest) continue;
            return $"{line.ToString(0, longest - (char.IsHighSurrogate(line[longest - 1]) ? 1 : 0))} […]";
        }

        return line.ToString().TrimEnd();
    }

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ThreeNumbers();
}
