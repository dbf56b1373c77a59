using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>The canonical bytes of a row: version, domain tag, then every field with its length, text in NFC. No boundary can shift.</summary>
public static class AuditHash
{
    private const byte Version = 1;
    private const string Domain = "ReviewPortal.Audit";

    public static readonly string Genesis = new('0', 64);

    public static string OfRow(long seq, long atMicros, string action, string subject, string commitment, string prevHash)
    {
        using var hash = Start("row");
        Add(hash, seq);
        Add(hash, atMicros);
        Add(hash, action);
        Add(hash, subject);
        Add(hash, commitment);
        Add(hash, prevHash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string OfDetail(ReadOnlySpan<byte> salt, Guid actor, string actorName, string text)
    {
        using var hash = Start("detail");
        Add(hash, salt);
        Add(hash, actor.ToByteArray(bigEndian: true));
        Add(hash, actorName);
        Add(hash, text);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IncrementalHash Start(string kind)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([Version]);
        Add(hash, Domain);
        Add(hash, kind);
        return hash;
    }

    private static void Add(IncrementalHash hash, string field) => Add(hash, Encoding.UTF8.GetBytes(field.Normalize(NormalizationForm.FormC)));

    private static void Add(IncrementalHash hash, long field)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, field);
        Add(hash, bytes);
    }

    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        hash.AppendData(length);
        hash.AppendData(field);
    }
}
