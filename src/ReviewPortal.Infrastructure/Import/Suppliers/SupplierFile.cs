using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>A supplier's file while it is read: its name for refusals, and how its pieces become a report.</summary>
internal sealed class SupplierFile(string name, SupplierLimits limits)
{
    public string Name => name;

    public SupplierLimits Limits => limits;

    public JsonField Root(JsonElement element) => new(element, "", name, line: null);

    public RefusedDeliveryException Refused(RefusalReason reason, params ReadOnlySpan<object> details) => RefusedDeliveryException.In(name, reason, details);

    public SupplierReport Report(SupplierFormat format, string supplier, ReadOnlyMemory<byte> content, IEnumerable<SupplierId?> ids, IEnumerable<SupplierSignal> signals) => new()
    {
        Format = format,
        Supplier = supplier,
        Content = content,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span)),
        Ids = [.. ids.OfType<SupplierId>().Distinct()],
        Signals = [.. signals],
    };

    /// <summary>A text of the delivery that people will read: as long as it may be.</summary>
    public string Text(JsonField field)
    {
        var text = field.OptionalText() ?? "";
        return text.Length <= limits.Text ? text.Trim() : throw field.Refused(RefusalReason.TextTooLong, limits.Text);
    }

    /// <summary>An identity, which arrives as a text or as a number; null when it is not given.</summary>
    public static SupplierId? Id(string system, JsonField field)
    {
        var value = field.IsGiven ? field.Scalar() : null;
        return string.IsNullOrWhiteSpace(value) ? null : new SupplierId(system, value.Trim());
    }

    /// <summary>What is kept beside a signal: who said it, in which version, and as it came.</summary>
    public static string Data(string supplier, string version, string? raw, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("supplier", supplier);
            json.WriteString("version", version);
            foreach (var (key, value) in more)
            {
                if (value is not null) json.WriteString(key, value);
            }

            if (raw is not null)
            {
                json.WritePropertyName("raw");
                json.WriteRawValue(raw);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static bool Has(JsonElement element, string field) => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(field, out _);

    public static bool Has(JsonElement element, string field, JsonValueKind kind) => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(field, out var found) && found.ValueKind == kind;

    /// <summary>Words that are joined for a reader.</summary>
    public static string Joined(params IEnumerable<string?> words) => string.Join(" · ", words.Where(word => !string.IsNullOrWhiteSpace(word)));

    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
