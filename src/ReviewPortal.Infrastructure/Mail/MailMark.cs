using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>By what an e-mail is known to whoever reports on it: 128 bits from the machine's own source of chance, so that nobody can report on an e-mail that was neither sent to them nor passed by.</summary>
internal static partial class MailMark
{
    /// <summary>In characters. Hexadecimals, since servers on the way may write an address in small letters.</summary>
    public const int Length = 32;

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length / 2));

    /// <returns>The mark, in small letters; null when this text is none.</returns>
    public static string? Of(string? text) => text is { Length: Length } && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null;

    /// <summary>Those that stand behind a plus sign in addresses.</summary>
    public static ImmutableArray<string> InAddresses(string text) => [.. BehindPlus().Matches(text).Select(found => found.Groups["mark"].Value.ToLowerInvariant())];

    [GeneratedRegex(@"\+(?<mark>[0-9A-Fa-f]{32})@", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BehindPlus();
}
