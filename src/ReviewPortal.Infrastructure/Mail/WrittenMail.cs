using System.Globalization;
using System.Net.Mail;
using System.Text;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>A message of plain text, ready to be handed to a mail server (RFC 5322, RFC 2045).</summary>
/// <param name="Id">The notification it is about.</param>
/// <param name="MessageId">With its angle brackets.</param>
public sealed record WrittenMail(Guid Id, string MessageId, string From, string FromName, string To, string Subject, string Text, Language Language, DateTimeOffset Date)
{
    // A line of base64 has 76 characters at most; an encoded word 75, of which 12 go around it.
    private const int LongestLine = 76;
    private const int BytesPerWord = 42;

    /// <summary>The sender on the envelope, to whom servers report.</summary>
    public string ReturnPath { get; init; } = From;

    /// <summary>By what the envelope is known in such a report; empty for none.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Whether this can stand in an address of a message as it is. Other alphabets before the @ are not taken by every server, and are refused here.</summary>
    public static bool IsAddress(string? text) =>
        text is { Length: > 2 and <= 254 } && text.All(character => char.IsAscii(character) && !char.IsControl(character) && character is not (' ' or '<' or '>' or ',' or ';' or '"'))
        && MailAddress.TryCreate(text, out var address) && address.Address == text;

    /// <summary>The message with its headers, lines ended as on the wire.</summary>
    public byte[] Bytes()
    {
        string[] headers =
        [
            $"Date: {Date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}",
            $"From: {Encoded(FromName)} <{From}>",
            $"To: <{To}>",
            $"Subject: {Encoded(Subject)}",
            $"Message-ID: {MessageId}",
            // Out-of-office assistants do not answer to this (RFC 3834).
            "Auto-Submitted: auto-generated",
            $"Content-Language: {Language.Code()}",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ];
        return Encoding.ASCII.GetBytes(string.Join("\r\n", [.. headers, "", .. Body(), ""]));
    }

    private IEnumerable<string> Body() => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n"))).Chunk(LongestLine).Select(line => new string(line));

    // One encoded word after another, cut between characters.
    private static string Encoded(string text)
    {
        if (text.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ')) return text;
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > BytesPerWord) Flush();
            word.Append(rune.ToString());
        }

        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))}?=");
            word.Clear();
        }
    }
}
