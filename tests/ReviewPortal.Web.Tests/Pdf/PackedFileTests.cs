using System.Buffers.Binary;
using System.Text.RegularExpressions;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>Letters are kept for years and sent to many: their files are small (ISO 32000-1, 7.5.7 and 7.5.8).</summary>
public sealed class PackedFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("packed");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_no_stream_is_packed_into_one()
    {
        using var pdf = PrintedPdf.Of(SampleLetters.Of("valid.nl"));
        var objects = Regex.Matches(pdf.Raw, @"\n\d+ 0 obj\n(?<head>[^\n]*)\n(?<next>\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.All(objects, item => Assert.Equal("stream", item.Groups["next"].Value));
        Assert.Single(objects, item => item.Groups["head"].Value.Contains("/Type/ObjStm", StringComparison.Ordinal));
        Assert.Contains("/StructElem", pdf.Unpacked(), StringComparison.Ordinal);
        Assert.DoesNotContain("/StructElem", pdf.Raw, StringComparison.Ordinal);
        AssertOneKindOfReferences(pdf, 1);
    }

    /// <summary>A stream that is full is followed by another: however long a letter is, it can be printed, sealed and read.</summary>
    [Fact]
    public void What_does_not_go_into_one_stream_goes_into_the_next()
    {
        var seal = new ElectronicSeal(SealCertificate.SelfMade(Path.Combine(_folder.FullName, "seal.pfx"), "Universiteit Voorbeeld"));
        var lines = Written.Document(new BulletList([.. Enumerable.Range(0, PackedObjects.Most / 2).Select(number => $"regel {number}")]));
        using var pdf = new PrintedPdf(seal.Seal(new DocumentPrinter().Print(lines, SampleCase.Moment), SampleCase.Moment));
        Assert.True(Regex.Count(pdf.Raw, "/Type/ObjStm", RegexOptions.None, TimeSpan.FromSeconds(5)) > 1);
        Assert.Contains("No syntax or stream encoding errors", pdf.Check(), StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", pdf.Signatures(), StringComparison.Ordinal);
        Assert.Contains($"regel {(PackedObjects.Most / 2) - 1}", string.Join('\n', pdf.Pages()), StringComparison.Ordinal);
    }

    /// <summary>ISO 32000-1, 7.5.8.4: a file does not mix streams of references with tables.</summary>
    [Fact]
    public void The_seal_adds_references_of_the_same_kind()
    {
        var seal = new ElectronicSeal(SealCertificate.SelfMade(Path.Combine(_folder.FullName, "seal.pfx"), "Universiteit Voorbeeld"));
        using var pdf = new PrintedPdf(seal.Seal(new DocumentPrinter().Print(SampleLetters.Of("fraud-sanction.nl"), SampleCase.Moment), SampleCase.Moment));
        AssertOneKindOfReferences(pdf, 2);
        Assert.Contains("No syntax or stream encoding errors", pdf.Check(), StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", pdf.Signatures(), StringComparison.Ordinal);
    }

    /// <summary>In a whole font only spaces have no outline.</summary>
    [Fact]
    public void A_font_loses_the_widths_of_what_is_not_printed_and_no_other()
    {
        const int Space = 1;
        var font = Shipped("SourceSans3-Regular");
        var (kept, cleared) = (font.ToArray(), font.ToArray());
        FontWidths.Clear(kept, Enumerable.Range(0, ushort.MaxValue).ToHashSet());
        Assert.Equal(font, kept);
        FontWidths.Clear(cleared, new HashSet<int>());
        Assert.NotEqual((0, 0), (Width(font, Space), Width(font, Space + 1)));
        Assert.Equal((0, Width(font, Space + 1)), (Width(cleared, Space), Width(cleared, Space + 1)));
        Assert.Equal([1, 7, 200], FontWidths.Listed("<</Type/Font/FontDescriptor 13 0 R/W[1[200]7[494]200[12]]>>").Order());
    }

    private static void AssertOneKindOfReferences(PrintedPdf pdf, int times)
    {
        Assert.Equal(times, Regex.Count(pdf.Raw, "/Type/XRef", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.DoesNotContain("\nxref\n", pdf.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("trailer", pdf.Raw, StringComparison.Ordinal);
    }

    private static byte[] Shipped(string name)
    {
        using var font = typeof(DocumentPrinter).Assembly.GetManifestResourceStream($"{typeof(DocumentPrinter).Namespace}.Fonts.{name}.ttf")!;
        using var bytes = new MemoryStream();
        font.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static int Width(byte[] font, int glyph)
    {
        var entry = font.AsSpan().IndexOf("hmtx"u8);
        return BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(entry + 8)) + (glyph * 4)));
    }
}
