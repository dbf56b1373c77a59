using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// A finished PDF with a seal added behind it as an update (ISO 32000-1, 7.5.6): the bytes of the letter stay as they are, so that a sealed letter can still be
/// compared with one printed again. The seal has no picture; readers show it in their own bar.
/// </summary>
internal sealed class SealedPdf(byte[] pdf, string holder, DateTimeOffset moment)
{
    private const int RangeWidth = 40;
    private readonly WrittenPdf _written = new(pdf);

    /// <param name="room">How many bytes are kept free for the signature.</param>
    /// <param name="sign">Signs all the bytes that the seal covers.</param>
    public byte[] Bytes(int room, Func<byte[], byte[]> sign) => Signed(Update(room), room, sign);

    private string Update(int room)
    {
        var (catalog, page) = (_written.Catalog, _written.FirstPage);
        var (seal, field) = (_written.Size, _written.Size + 1);
        var at = moment.UtcDateTime.ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        ImmutableArray<(int Number, string Content)> objects =
        [
            (seal, $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name{Text(holder)}/M(D:{at})/ByteRange{new string(' ', RangeWidth)}/Contents<{new string('0', room * 2)}>>>"),
            // Of no size, and so nothing to look at: PDF/A asks no picture of it, and PDF/UA no place in the reading order.
            (field, Invariant($"<</Type/Annot/Subtype/Widget/FT/Sig/T{Text("Seal")}/TU{Text(holder)}/V {seal} 0 R/F 132/Rect[0 0 0 0]/P {page} 0 R>>")),
            (page, With(_written.Object(page), "/Annots", Invariant($"[{field} 0 R]"), _written.Object(page).Contains("/Tabs", StringComparison.Ordinal) ? "" : "/Tabs/S")),
            (catalog, With(_written.Object(catalog), "/AcroForm", Invariant($"<</Fields[{field} 0 R]/SigFlags 3>>"))),
        ];

        var (update, references) = (new StringBuilder("\n"), new CrossReferences());
        foreach (var (number, content) in objects)
        {
            references.At(number, pdf.Length + update.Length);
            update.Append(Invariant($"{number} 0 obj\n{content}\nendobj\n"));
        }

        var trailer = _written.Trailer + Invariant($"/Prev {_written.Table}");
        return update.Append(Encoding.Latin1.GetString(references.End(field + 1, pdf.Length + update.Length, trailer))).ToString();
    }

    // The signature covers everything but itself, between the angle brackets.
    private byte[] Signed(string update, int room, Func<byte[], byte[]> sign)
    {
        var before = pdf.Length + update.IndexOf("/Contents<", StringComparison.Ordinal) + "/Contents".Length;
        var after = before + (room * 2) + 2;
        var range = Invariant($"[0 {before} {after} {pdf.Length + update.Length - after}]").PadRight(RangeWidth);
        byte[] whole = [.. pdf, .. Encoding.Latin1.GetBytes(update.Replace($"/ByteRange{new string(' ', RangeWidth)}", $"/ByteRange{range}", StringComparison.Ordinal))];
        var signature = Convert.ToHexString(sign([.. whole.AsSpan(0, before), .. whole.AsSpan(after)]));
        if (signature.Length > room * 2) throw new InvalidOperationException("The seal is larger than the room that was kept free for it");
        Encoding.ASCII.GetBytes(signature, whole.AsSpan(before + 1));
        return whole;
    }

    private static string With(string dictionary, string key, string value, string more = "") => dictionary.Contains(key, StringComparison.Ordinal)
        ? throw new InvalidOperationException($"The document has {key} already, and the seal would take its place")
        : dictionary.Insert(dictionary.LastIndexOf(">>", StringComparison.Ordinal), key + value + more);

    // In any script: UTF-16 with its mark, in hexadecimals.
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
