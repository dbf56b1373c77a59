using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class SupplierKeyMapping : IEntityTypeConfiguration<SupplierKey>
{
    public void Configure(EntityTypeBuilder<SupplierKey> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Hash).IsUnique();
        builder.HasOne<Supplier>().WithMany().HasForeignKey(item => item.Supplier).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UploadMapping : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.CreatedAt);
        builder.HasIndex(item => new { item.State, item.Sender });
    }
}
