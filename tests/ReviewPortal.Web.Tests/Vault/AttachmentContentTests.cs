using System.Text;
using ReviewPortal.Core.Committee;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Vault;

/// <summary>What a student's file is, its bytes say (issue 6, part 6).</summary>
public sealed class AttachmentContentTests
{
    [Fact]
    public void Every_kind_is_known_by_its_bytes()
    {
        Assert.Equal(AttachmentType.Pdf, AttachmentContent.TypeOf(Attached.Pdf));
        Assert.Equal(AttachmentType.Png, AttachmentContent.TypeOf(AnExhibit.Frame()));
        Assert.Equal(AttachmentType.Jpeg, AttachmentContent.TypeOf(Attached.Photo(withPlace: true)));
        Assert.Equal(AttachmentType.Jpeg, AttachmentContent.TypeOf([.. Attached.Photo(withPlace: true), 0, 0, 0]));
        Assert.Equal(AttachmentType.Text, AttachmentContent.TypeOf(Attached.Text));
        Assert.Equal(AttachmentType.Text, AttachmentContent.TypeOf([0xEF, 0xBB, 0xBF, .. "met een merk"u8]));
    }

    [Fact]
    public void What_is_cut_off_runs_or_is_in_another_writing_is_none()
    {
        Assert.Null(AttachmentContent.TypeOf([]));
        Assert.Null(AttachmentContent.TypeOf(Attached.Pdf.AsSpan(0, 20)));
        Assert.Null(AttachmentContent.TypeOf(AnExhibit.Frame().AsSpan(0, 200)));
        Assert.Null(AttachmentContent.TypeOf("MZ\0\0program"u8));
        Assert.Null(AttachmentContent.TypeOf("PK\u0003\u0004 a document of a word processor"u8));
        Assert.Null(AttachmentContent.TypeOf(Encoding.Latin1.GetBytes("één")));
    }

    [Fact]
    public void A_picture_that_says_where_it_was_taken_is_known()
    {
        Assert.True(AttachmentContent.TellsPlace(Attached.Photo(withPlace: true), AttachmentType.Jpeg));
        Assert.False(AttachmentContent.TellsPlace(Attached.Photo(withPlace: false), AttachmentType.Jpeg));
        Assert.False(AttachmentContent.TellsPlace(AnExhibit.Frame(), AttachmentType.Png));
        Assert.True(AttachmentContent.TellsPlace([.. AnExhibit.Frame(), .. "exif:GPSLatitude"u8], AttachmentType.Png));
    }

    /// <summary>Whatever stands in the bytes, looking at them ends with an answer.</summary>
    [Fact]
    public void A_photo_that_is_spoilt_anywhere_is_answered_all_the_same()
    {
        var photo = Attached.Photo(withPlace: true);
        for (var at = 0; at < photo.Length; at++)
        {
            var (spoilt, value) = (photo.ToArray(), photo[at]);
            spoilt[at] = (byte)(value ^ 0xFF);
            AttachmentContent.TellsPlace(spoilt, AttachmentType.Jpeg);
            AttachmentContent.TellsPlace(spoilt.AsSpan(0, at), AttachmentType.Jpeg);
            AttachmentContent.TellsPlace(spoilt, AttachmentType.Png);
            AttachmentContent.TypeOf(spoilt);
        }

        Assert.Equal(AttachmentType.Jpeg, AttachmentContent.TypeOf(photo));
    }

    [Theory]
    [InlineData("foto.JPEG", AttachmentType.Jpeg, "foto.jpeg")]
    [InlineData("foto.pdf", AttachmentType.Jpeg, "foto.pdf.jpg")]
    [InlineData("C:\\geheim\\brief", AttachmentType.Pdf, "brief.pdf")]
    [InlineData("../../etc/x.txt", AttachmentType.Text, "x.txt")]
    [InlineData("rekening\u202Efdp.exe", AttachmentType.Png, "rekeningfdp.exe.png")]
    [InlineData("a\r\nb\"<c>.png", AttachmentType.Png, "abc.png")]
    [InlineData(" .. ", AttachmentType.Text, "bijlage.txt")]
    [InlineData("孝慈.png", AttachmentType.Png, "孝慈.png")]
    public void A_name_can_be_shown_and_saved_and_ends_as_what_the_file_is(string given, AttachmentType type, string name) => Assert.Equal(name, Attachment.NameOf(given, type));
}
