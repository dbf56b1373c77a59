using System.Globalization;
using System.Text.Json;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>A place in a JSON text that knows its own name, so that a refusal can say "tracks[1].sha256" and in which line.</summary>
internal sealed class JsonField(JsonElement? element, string path, string file, long? line)
{
    /// <summary>"tracks[1].sha256"; "$" is the whole of it, as in JSONPath.</summary>
    public string Path => path.Length == 0 ? "$" : path;

    public bool IsGiven => element is { ValueKind: not JsonValueKind.Null };

    public JsonField this[string name]
    {
        get
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            return new JsonField(Value(JsonValueKind.Object, FieldKind.JsonObject).TryGetProperty(name, out var found) ? found : null, inner, file, line);
        }
    }

    /// <summary>The items of a list; none when the field is not given.</summary>
    public IEnumerable<JsonField> Items() => !IsGiven ? [] : Value(JsonValueKind.Array, FieldKind.List).EnumerateArray()
        .Select((item, place) => new JsonField(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{place}]"), file, line));

    public IEnumerable<(string Name, JsonField Field)> Members() => !IsGiven ? [] : Value(JsonValueKind.Object, FieldKind.JsonObject).EnumerateObject()
        .Select(member => (member.Name, new JsonField(member.Value, $"{path}.{member.Name}", file, line)));

    public string? OptionalText(FieldKind kind = FieldKind.Text)
    {
        if (!IsGiven) return null;
        try
        {
            return Value(JsonValueKind.String, kind).GetString();
        }
        catch (InvalidOperationException)
        {
            throw Wrong(kind); // half of a surrogate pair
        }
    }

    public string Text(FieldKind kind = FieldKind.Text) => OptionalText(kind) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Missing();

    public double? OptionalNumber() => !IsGiven ? null
        : Value(JsonValueKind.Number, FieldKind.Number).TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Wrong(FieldKind.Number);

    public double Number() => OptionalNumber() ?? throw Missing();

    /// <summary>Zero or more.</summary>
    public long WholeNumber() =>
        Value(JsonValueKind.Number, FieldKind.WholeNumber).TryGetInt64(out var number) && number >= 0 ? number : throw Wrong(FieldKind.WholeNumber);

    /// <summary>A moment without its distance to UTC would mean something else on every server.</summary>
    public DateTimeOffset Moment()
    {
        var text = Text(FieldKind.Moment);
        var saysOffset = text[^1] is 'Z' || (text.Length > 6 && text[^6] is '+' or '-');
        return saysOffset && Value(JsonValueKind.String, FieldKind.Moment).TryGetDateTimeOffset(out var moment) ? moment : throw Wrong(FieldKind.Moment);
    }

    /// <summary>One of the words of an enumeration, written small.</summary>
    public T OneOf<T>(FieldKind kind)
        where T : struct, Enum
    {
        var text = Text(kind);
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(text, value.ToString().ToLowerInvariant(), StringComparison.Ordinal)) return value;
        throw Wrong(kind);
    }

    /// <summary>The JSON as it came; null when the field is not given.</summary>
    public string? Raw() => IsGiven ? element?.GetRawText() : null;

    public RefusedDeliveryException Missing() => RefusedDeliveryException.At(file, line, RefusalReason.MissingField, Path);

    public RefusedDeliveryException Wrong(FieldKind kind) => RefusedDeliveryException.At(file, line, RefusalReason.WrongField, Path, kind);

    public RefusedDeliveryException Refused(RefusalReason reason) => RefusedDeliveryException.At(file, line, reason, Path);

    private JsonElement Value(JsonValueKind asked, FieldKind kind)
    {
        if (element is not { } value || value.ValueKind is JsonValueKind.Null) throw Missing();
        return value.ValueKind == asked ? value : throw Wrong(kind);
    }
}
