import { useEffect, useState } from 'react';
import { readPictureBlob } from '@/lib/storage/liveQueries/pictures';
import { database } from '../database';

/** A kept picture by its id; nothing while it is read, and when it is gone. */
export function StoredPicture({ id, name }: { id: string; name: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let left = false;
    void readPictureBlob(database, id).then((blob) => {
      if (blob === null || left) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      left = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id]);
  return url === null ? null : <img className="mh-picture" src={url} alt={name} />;
}
