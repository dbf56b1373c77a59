using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>
/// What Proctorio sends about an attempt: a suspicion, and in V3 flags as percentages of the whole without moments. It is believed when its signature, the
/// SHA-1 of nonce:json:secret, matches.
/// </summary>
internal static class ProctorioWebhook
{
    private const string Supplier = "Proctorio";

    public const string SecretSetting = "Suppliers:Proctorio:Secret";

    public static bool Is(JsonElement root) =>
        SupplierFile.Has(root, "signature") && SupplierFile.Has(root, "nonce") && SupplierFile.Has(root, "data", JsonValueKind.Object) && SupplierFile.Has(root.GetProperty("data"), "attempt_id");

    /// <param name="secret">Null when it was verified before.</param>
    public static SupplierReport Read(JsonElement element, ReadOnlyMemory<byte> bytes, SupplierFile file, string? secret)
    {
        var root = file.Root(element);
        var data = root["data"];
        if (secret is not null) Verify(root, data, secret, file);
        var version = data["flags"].IsGiven ? "V3" : "V2";
        return file.Report(
            SupplierFormat.Proctorio, $"{Supplier} {version}", bytes,
            [SupplierFile.Id("proctorio", data["attempt_id"]), SupplierFile.Id("proctorio", data["id"])],
            [.. Suspicion(data["suspicion"], version), .. data["flags"].Members().SelectMany(flag => Flag(flag.Name, flag.Field, version))]);
    }

    private static IEnumerable<SupplierSignal> Suspicion(JsonField suspicion, string version)
    {
        if (!suspicion.IsGiven) yield break;
        var number = suspicion.AnyNumber();
        yield return new SupplierSignal
        {
            Place = suspicion.Path, Kind = "suspicion", Text = $"suspicion: {SupplierFile.Number(number)}",
            // Its scale is not public; what is no share is kept as it came, beside it.
            Weight = number is >= 0 and <= 1 ? number : null,
            Data = SupplierFile.Data(Supplier, version, suspicion.Raw()),
        };
    }

    // A flag at zero was looked for and not seen.
    private static IEnumerable<SupplierSignal> Flag(string name, JsonField flag, string version)
    {
        if (!flag.IsGiven || flag.Flag() is false) yield break;
        var percent = flag.Flag() is true ? (double?)null : flag.AnyNumber();
        if (percent is 0) yield break;
        if (percent is < 0 or > 100) throw flag.Wrong(FieldKind.Percentage);
        yield return new SupplierSignal
        {
            Place = flag.Path, Source = SourceOf(name), Kind = name, Text = percent is { } share ? $"{name.Replace('_', ' ')}: {SupplierFile.Number(share)}%" : name.Replace('_', ' '),
            Weight = percent / 100,
            Data = SupplierFile.Data(Supplier, version, flag.Raw()),
        };
    }

    private static SignalSource SourceOf(string flag) => flag switch
    {
        "clipboard_detected" => SignalSource.Clipboard,
        "unfocus_detected" => SignalSource.Browser,
        "screenshot_detected" => SignalSource.Screen,
        _ => SignalSource.Vendor,
    };

    private static void Verify(JsonField root, JsonField data, string secret, SupplierFile file)
    {
        if (secret.Length is 0) throw file.Refused(RefusalReason.NoSecret, SecretSetting);
        var (nonce, signature, json) = (root["nonce"].Scalar(), root["signature"].Text(), data.Raw() ?? throw data.Missing());
        // What was signed had no room between its words; a file may have been laid out for reading since.
        if (!Matches(json) && !Matches(Compact(json))) throw file.Refused(RefusalReason.WrongSignature, root["signature"].Path);

        bool Matches(string signed) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(nonce, signed, secret)), Encoding.UTF8.GetBytes(signature.ToLowerInvariant()));
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The supplier signs with it")]
    private static string Sign(string nonce, string json, string secret) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes($"{nonce}:{json}:{secret}")));

    private static string Compact(string json)
    {
        var (compact, quoted, escaped) = (new StringBuilder(json.Length), false, false);
        foreach (var letter in json)
        {
            if (quoted || letter is not (' ' or '\t' or '\r' or '\n')) compact.Append(letter);
            if (letter is '"' && !escaped) quoted = !quoted;
            escaped = letter is '\\' && !escaped;
        }

        return compact.ToString();
    }
}
