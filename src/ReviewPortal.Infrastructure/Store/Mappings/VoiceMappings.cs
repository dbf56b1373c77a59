using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RepresentativeMapping : IEntityTypeConfiguration<Representative>
{
    public void Configure(EntityTypeBuilder<Representative> builder)
    {
        builder.HasKey(item => item.Id);
        // Who is replaced ends in the step that names the next: one stands at a time.
        builder.HasIndex(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(item => item.Document).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.Lines);
    }
}

internal sealed class DecisionVersionMapping : IEntityTypeConfiguration<DecisionVersion>
{
    public void Configure(EntityTypeBuilder<DecisionVersion> builder)
    {
        builder.HasKey(item => new { item.Case, item.Number });
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}
